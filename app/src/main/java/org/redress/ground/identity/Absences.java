package org.redress.ground.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, and who stands in. Everybody may enter their own absence, and whoever manages staff anybody's. */
@Component
public class Absences {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Absences(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Enters an absence. */
    @Transactional
    public UUID add(Actor actor, StaffId staff, Instant from, Instant until, @Nullable StaffId deputy) {
        mayChange(actor, staff);
        if (!until.isAfter(from)) {
            throw Problem.invalid("absence.order", "until");
        }
        if (staff.equals(deputy)) {
            throw Problem.invalid("absence.self", "deputy");
        }
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into identity.absence (bureau, id, staff, from_at, until_at, deputy)
                        values (:bureau, :id, :staff, :from, :until, :deputy)
                        """)
                .param("bureau", actor.bureau().value())
                .param("id", id)
                .param("staff", staff.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("deputy", deputy == null ? null : deputy.value())
                .update();
        events.publishEvent(new StaffDeed(actor, "absence.add", staff));
        return id;
    }

    /** Takes an absence back that has not begun, or ends one that has; nothing happens to one that is over. */
    @Transactional
    public void end(Actor actor, UUID id) {
        Absence absence = jdbc.sql("select * from identity.absence where bureau = ? and id = ? for update")
                .params(actor.bureau().value(), id)
                .query(Absences::absence)
                .optional()
                .orElseThrow(() -> Problem.absent("absence.absent"));
        mayChange(actor, absence.staff());
        Instant now = clock.instant();
        if (absence.from().isBefore(now)) {
            jdbc.sql("update identity.absence set until_at = least(until_at, ?) where bureau = ? and id = ?")
                    .params(now.atOffset(ZoneOffset.UTC), actor.bureau().value(), id)
                    .update();
        } else {
            jdbc.sql("delete from identity.absence where bureau = ? and id = ?")
                    .params(actor.bureau().value(), id)
                    .update();
        }
        events.publishEvent(new StaffDeed(actor, "absence.end", absence.staff()));
    }

    /** Absences that are not over, by when they begin: of everybody for whoever may read staff, else one's own. */
    public List<Absence> coming(Actor actor) {
        boolean everybody = actor.may(Action.READ, "staff");
        return jdbc.sql("""
                        select * from identity.absence
                         where bureau = :bureau and until_at > :now and (:everybody or staff = :self)
                         order by from_at, id limit 200
                        """)
                .param("bureau", actor.bureau().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("everybody", everybody)
                .param("self", actor.staff().value())
                .query(Absences::absence)
                .list();
    }

    private static void mayChange(Actor actor, StaffId staff) {
        if (!actor.staff().equals(staff)) {
            actor.require(Action.MANAGE, "staff");
        }
    }

    private static Absence absence(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        UUID deputy = row.getObject("deputy", UUID.class);
        return new Absence(
                row.getObject("id", UUID.class),
                new StaffId(row.getObject("staff", UUID.class)),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("until_at", OffsetDateTime.class).toInstant(),
                deputy == null ? null : new StaffId(deputy));
    }
}
