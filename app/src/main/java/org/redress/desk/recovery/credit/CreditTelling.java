package org.redress.desk.recovery.credit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.CustomersHit;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.RunRemedies;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketState;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.jobs.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets everybody else know of a run what they would not find in the ledger: whom the problem hit, and, on the tickets that tell of
 * it, what their customers were given. Each batch may be told again.
 */
@Component
class CreditTelling {

    static final int BATCH = 500;

    private static final Set<TicketState> NOTHING_FAILED = EnumSet.of(TicketState.REJECTED, TicketState.CANCELLED);

    private final ShareRows shares;
    private final ServiceProblems problems;
    private final Joins joins;
    private final TicketBoard board;
    private final RunRemedies remedies;
    private final Outbox outbox;

    CreditTelling(
            ShareRows shares,
            ServiceProblems problems,
            Joins joins,
            TicketBoard board,
            RunRemedies remedies,
            Outbox outbox) {
        this.shares = shares;
        this.problems = problems;
        this.joins = joins;
        this.board = board;
        this.remedies = remedies;
        this.outbox = outbox;
    }

    /** Tells of the customers after one of them; the last of those, or null where there are none. */
    @Transactional
    public @Nullable CustomerId hit(Actor product, CreditRun run, @Nullable CustomerId after) {
        List<CustomerId> some = shares.list(ShareRows.PAGE, product.bureau(), run, after, BATCH).stream()
                .map(one -> one.share().customer())
                .toList();
        if (some.isEmpty()) {
            return null;
        }
        outbox.add(
                product.bureau().value(),
                CustomersHit.TOPIC,
                new CustomersHit(
                                run.problem().id(),
                                run.problem().from(),
                                some.stream().map(CustomerId::value).toList())
                        .json());
        return some.getLast();
    }

    /** The tickets that tell of the problem, or are joined with one that does, in batches with whole customers. */
    List<List<TicketCard>> tickets(Actor product, CreditRun run) {
        List<TicketId> telling =
                joins.together(product, problems.tickets(product, run.problem().id()));
        List<List<TicketCard>> batches = new ArrayList<>();
        List<TicketCard> batch = new ArrayList<>();
        board.cards(product, telling).stream()
                .filter(card -> card.customer() != null && !NOTHING_FAILED.contains(card.state()))
                .collect(Collectors.groupingBy(TicketCard::customer))
                .forEach((customer, theirs) -> {
                    batch.addAll(theirs);
                    if (batch.size() >= BATCH) {
                        batches.add(List.copyOf(batch));
                        batch.clear();
                    }
                });
        batches.add(List.copyOf(batch));
        return batches;
    }

    /** Notes on these tickets what their customers have by the run. */
    @Transactional
    public void give(Actor product, CreditRun run, List<TicketCard> tickets) {
        Map<CustomerId, List<TicketCard>> theirs =
                tickets.stream().collect(Collectors.groupingBy(card -> Objects.requireNonNull(card.customer())));
        List<RunRemedies.Given> given = new ArrayList<>();
        for (CreditShare share : shares.of(product.bureau(), run, theirs.keySet())) {
            List<TicketCard> of = theirs.getOrDefault(share.customer(), List.of());
            given.addAll(on(of, RemedyKind.RENT_WAIVER, share.statutory().plus(share.rent())));
            given.addAll(on(of, RemedyKind.BILL_CREDIT, share.extra()));
        }
        remedies.give(product, run.id().value(), given);
    }

    /** The sum stands on the first ticket alone: it was given once. */
    private static List<RunRemedies.Given> on(List<TicketCard> tickets, RemedyKind kind, Money sum) {
        if (!sum.isPositive()) {
            return List.of();
        }
        TicketId first = tickets.stream()
                .min(Comparator.comparing(TicketCard::receivedAt)
                        .thenComparing(card -> card.id().value()))
                .orElseThrow()
                .id();
        return tickets.stream()
                .map(card -> new RunRemedies.Given(card.id(), kind, card.id().equals(first) ? sum : null))
                .toList();
    }

    /** Takes some of it back; false where none of it stands any more. */
    boolean takeBack(Actor product, CreditRun run) {
        return remedies.takeBack(product, run.id().value(), BATCH) > 0;
    }
}
