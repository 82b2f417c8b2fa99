package org.redress.desk.fault;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyGiven;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer was promised that their repair comes first, or the promise was taken back: the work order goes to the head of the
 * lists, or back into its turn. It looks at the promises as they stand, so messages may come twice and in any order. Who was
 * told of a promise is told nothing when it is taken back: the order stands in its turn again, and its history says who did it.
 * An order that has ended stays as it is.
 */
@Component
class RepairPriorities implements OutboxListener {

    private final FaultRows rows;
    private final StepRows steps;
    private final FaultNotices notices;
    private final Remedies remedies;
    private final Tickets tickets;
    private final Bureaus bureaus;
    private final Clock clock;

    RepairPriorities(
            FaultRows rows,
            StepRows steps,
            FaultNotices notices,
            Remedies remedies,
            Tickets tickets,
            Bureaus bureaus,
            Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.notices = notices;
        this.remedies = remedies;
        this.tickets = tickets;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(RemedyGiven.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        RemedyGiven given = RemedyGiven.read(message.payload());
        if (given.kind().equals(RemedyKind.PRIORITY_REPAIR.code())) {
            Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
            rows.ofTickets(product.bureau(), List.of(new TicketId(given.ticket())))
                    .forEach(fault -> look(product, fault.id()));
        }
    }

    /** Puts it where the promises of its ticket say, as they stand. */
    @Transactional
    void look(Actor product, FaultId id) {
        Fault fault = rows.hold(product.bureau(), id).orElseThrow();
        List<Remedy> promises = promises(product, fault);
        Remedy standing = standing(promises).orElse(null);
        boolean first = standing != null;
        if (!fault.state().open() || fault.first() == first) {
            return;
        }
        Fault after = rows.first(product.bureau(), id, first);
        RepairStep step = first ? RepairStep.FIRST : RepairStep.IN_TURN;
        StaffId by = standing == null ? takenBackBy(promises) : standing.givenBy();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        steps.add(product, after, new RepairEvent(id, step, fault.unit(), null, "", by, now));
        if (standing != null) {
            ring(product, after, standing);
        }
    }

    /** A post has got this order, or got it back: where it comes first, the post hears of that. */
    void arrived(BureauId bureau, Fault fault) {
        if (fault.first()) {
            Actor product = bureaus.command(bureaus.get(bureau));
            standing(promises(product, fault)).ifPresent(promise -> ring(product, fault, promise));
        }
    }

    /** Not while the line is restored: there is nothing to arrange, unless the customer says that it does not work. */
    private void ring(Actor product, Fault fault, Remedy promise) {
        if (!fault.state().restored()) {
            notices.first(
                    product,
                    fault,
                    tickets.get(product, fault.ticket()),
                    promise.id().value(),
                    clock.instant());
        }
    }

    private List<Remedy> promises(Actor product, Fault fault) {
        return remedies.of(product, List.of(fault.ticket())).getOrDefault(fault.ticket(), List.of()).stream()
                .filter(one -> one.kind() == RemedyKind.PRIORITY_REPAIR)
                .toList();
    }

    /** The first promise among these remedies that stands. */
    static Optional<Remedy> standing(List<Remedy> remedies) {
        return remedies.stream()
                .filter(one -> one.kind() == RemedyKind.PRIORITY_REPAIR && one.stands())
                .findFirst();
    }

    /** Who took the last of them back. */
    private static StaffId takenBackBy(List<Remedy> promises) {
        return promises.stream()
                .map(Remedy::takenBack)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Remedy.TakenBack::at))
                .orElseThrow()
                .by();
    }
}
