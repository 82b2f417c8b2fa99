package org.redress.desk.recovery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the customers of tickets were given by a run of credits, as remedies of these tickets, so that everybody who asks what
 * was given finds it. The run has paid them: no money moves here.
 */
@Component
public class RunRemedies {

    private final RemedyRows rows;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    RunRemedies(RemedyRows rows, Trail trail, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What the customer of a ticket has.
     *
     * @param sum more than 0; null where it stands on another ticket of theirs
     */
    public record Given(
            TicketId ticket, RemedyKind kind, @Nullable Money sum) {}

    /** Enters them, by the product itself; again, nothing. */
    @Transactional
    public void give(Actor product, UUID run, List<Given> all) {
        byTheProduct(product);
        for (Given one : all) {
            RemedyId id = new RemedyId(id(run + "/" + one.ticket().value() + "/" + one.kind()));
            write(product, "remedy.give", remedy(product, id, run, one), null);
        }
    }

    /** Takes so many of those that stand back; how many there were. */
    @Transactional
    public int takeBack(Actor product, UUID run, int limit) {
        byTheProduct(product);
        List<Remedy> standing = rows.standingOfRun(product.bureau(), run, limit);
        for (Remedy one : standing) {
            Money back = one.sum() == null ? null : one.sum().negated();
            RemedyId id = new RemedyId(id(one.id().value() + "/back"));
            write(
                    product,
                    "remedy.takeback",
                    remedy(product, id, run, new Given(one.ticket(), one.kind(), back)),
                    one.id());
        }
        return standing.size();
    }

    private void write(Actor product, String deed, Remedy remedy, @Nullable RemedyId reverses) {
        if (rows.add(product.bureau(), remedy, reverses)) {
            String fact = RemedyGiven.of(remedy, reverses, remedy.givenAt()).json();
            trail.record(product, deed, "ticket", remedy.ticket().value(), fact);
            outbox.add(product.bureau().value(), RemedyGiven.TOPIC, fact);
        }
    }

    private Remedy remedy(Actor product, RemedyId id, UUID run, Given one) {
        return new Remedy(
                id,
                one.ticket(),
                one.kind(),
                one.sum(),
                "",
                product.staff(),
                clock.instant(),
                null,
                Remedy.State.GIVEN,
                run);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void byTheProduct(Actor product) {
        if (!product.staff().equals(Staff.COMMAND)) {
            throw Problem.forbidden("access.denied");
        }
    }
}
