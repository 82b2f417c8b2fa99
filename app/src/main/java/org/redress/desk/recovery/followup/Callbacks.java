package org.redress.desk.recovery.followup;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives a call to somebody who had nothing to do with the matter: a colleague of the unit who is here and has the fewest, else
 * whoever leads. Where everybody had to do with it, it waits for one from elsewhere to take it.
 */
@Component
class Callbacks {

    static final String LOADS = """
            select assigned, count(*) from recovery.follow_up
             where bureau = :bureau and callback = 'OPEN' and assigned = any(:people) group by assigned
            """;

    private final JdbcClient jdbc;
    private final FollowUpRows rows;
    private final CallbackClock clock;
    private final AskedMatters matters;
    private final Staff staff;
    private final Superiors superiors;
    private final Notices notices;

    Callbacks(
            JdbcClient jdbc,
            FollowUpRows rows,
            CallbackClock clock,
            AskedMatters matters,
            Staff staff,
            Superiors superiors,
            Notices notices) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
        this.matters = matters;
        this.staff = staff;
        this.superiors = superiors;
        this.notices = notices;
    }

    void open(Actor product, FollowUp answered, Instant now) {
        AskedMatter matter = matters.of(product, answered);
        StaffMember chosen = choose(product, matter.unit(), answered.handledBy(), now);
        rows.set(
                product.bureau(),
                answered.id(),
                "callback = 'OPEN', opened_at = :now, assigned = :who",
                FollowUpRows.params(
                        "now",
                        Moments.at(now),
                        "who",
                        chosen == null ? null : chosen.id().value()));
        rows.step(
                product.bureau(),
                answered.id(),
                product.staff(),
                FollowUpStep.What.CALLBACK,
                chosen == null ? "" : chosen.name(),
                now);
        Instant due = clock.start(product, answered.id(), matter.unit(), now);
        if (chosen != null) {
            tell(product, answered, matter, chosen, due);
        }
    }

    private @Nullable StaffMember choose(Actor product, UnitId unit, Set<StaffId> handled, Instant now) {
        List<StaffMember> colleagues = staff.list(product).stream()
                .filter(one -> one.active() && one.unit().equals(unit) && !handled.contains(one.id()))
                .filter(one -> one.post().equals(Posts.AGENT) || Posts.leads(one.post()))
                .filter(one -> !superiors.away(product.bureau(), one.id(), now))
                .toList();
        Map<StaffId, Integer> loads =
                loads(product.bureau(), colleagues.stream().map(StaffMember::id).toList());
        return colleagues.stream()
                .min(Comparator.comparing((StaffMember one) -> loads.getOrDefault(one.id(), 0))
                        .thenComparing(StaffMember::number))
                .or(() -> leader(product, unit, handled, now))
                .orElse(null);
    }

    private Optional<StaffMember> leader(Actor product, UnitId unit, Set<StaffId> handled, Instant now) {
        return superiors
                .leaders(product.bureau(), unit, now)
                .filter(one -> !handled.contains(one))
                .findFirst()
                .flatMap(one -> staff.find(product, one));
    }

    private Map<StaffId, Integer> loads(BureauId bureau, List<StaffId> people) {
        Map<StaffId, Integer> loads = new HashMap<>();
        jdbc.sql(LOADS)
                .param("bureau", bureau.value())
                .param("people", people.stream().map(StaffId::value).toArray(UUID[]::new))
                .query(row -> {
                    loads.put(new StaffId(row.getObject(1, UUID.class)), row.getInt(2));
                });
        return loads;
    }

    private void tell(Actor product, FollowUp answered, AskedMatter matter, StaffMember person, Instant due) {
        notices.ring(
                product,
                person,
                new Notice(
                        "followup.callback",
                        new About(FollowUps.KIND, answered.id().value(), matter.number(), answered.path()),
                        "callback",
                        words -> Map.of(
                                "number",
                                matter.number(),
                                "subject",
                                matter.subject(),
                                "due",
                                words.dateTime(due, product.zone()))));
    }
}
