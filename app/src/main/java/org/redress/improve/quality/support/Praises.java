package org.redress.improve.quality.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Moments;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom the praise of customers is for. Somebody else says so, once for each ticket. */
@Component
public class Praises {

    static final String OF_STAFF = """
            select * from quality.praise
             where bureau = :bureau and staff = :staff order by named_at desc, ticket desc limit :limit""";

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Staff staff;
    private final Trail trail;
    private final Clock clock;

    Praises(JdbcClient jdbc, Tickets tickets, Staff staff, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.staff = staff;
        this.trail = trail;
        this.clock = clock;
    }

    /** A praise and whom it is for. */
    public record Praise(TicketId ticket, StaffId staff, StaffId namedBy, Instant namedAt) {}

    /**
     * Says whom a praise is for; whether that was not said before.
     *
     * @throws Problem {@code praise.self} with the field {@code staff} for oneself, {@code quality.choose} for nobody of the
     *     bureau
     */
    @Transactional
    public boolean name(Actor actor, TicketId id, StaffId person) {
        actor.require(Action.WRITE, SupportRights.KIND);
        Ticket ticket = tickets.get(actor, id);
        if (ticket.kind() != TicketKind.PRAISE) {
            throw Problem.absent("ticket.absent");
        }
        if (person.equals(actor.staff())) {
            throw Problem.invalid("praise.self", "staff");
        }
        if (staff.find(actor, person).filter(StaffMember::active).isEmpty()) {
            throw Problem.invalid("typed.choose", "staff");
        }
        boolean first = jdbc.sql("""
                        insert into quality.praise (bureau, ticket, staff, named_by, named_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(
                                actor.bureau().value(),
                                id.value(),
                                person.value(),
                                actor.staff().value(),
                                Moments.at(clock.instant()))
                        .update()
                == 1;
        if (first) {
            trail.record(actor, "support.praise", "ticket", id.value(), "{}");
        }
        return first;
    }

    /** Whom a praise is for, for whoever may read the ticket. */
    public Optional<Praise> of(Actor actor, TicketId id) {
        tickets.get(actor, id);
        return jdbc.sql("select * from quality.praise where bureau = ? and ticket = ?")
                .params(actor.bureau().value(), id.value())
                .query((row, n) -> praise(row))
                .optional();
    }

    /** The praise of a person, the latest first. */
    List<Praise> of(BureauId bureau, StaffId person, int limit) {
        return jdbc.sql(OF_STAFF)
                .param("bureau", bureau.value())
                .param("staff", person.value())
                .param("limit", limit)
                .query((row, n) -> praise(row))
                .list();
    }

    private static Praise praise(ResultSet row) throws SQLException {
        return new Praise(
                new TicketId(row.getObject("ticket", UUID.class)),
                new StaffId(row.getObject("staff", UUID.class)),
                new StaffId(row.getObject("named_by", UUID.class)),
                row.getObject("named_at", OffsetDateTime.class).toInstant());
    }
}
