package org.redress.desk.dispute;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.dispute.ClaimResult.Done;
import org.redress.desk.dispute.ClaimResult.Refused;
import org.redress.desk.dispute.ClaimResult.Why;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Marks items as disputed: each with its hold, its clock and what stands of its records. */
@Component
class Marking {

    private static final int MOST = 50;

    private final ClaimRows rows;
    private final ClaimEvents events;
    private final EvidenceClock clocks;
    private final Billing billing;
    private final Rulebook rulebook;
    private final Outbox outbox;
    private final Clock clock;

    Marking(
            ClaimRows rows,
            ClaimEvents events,
            EvidenceClock clocks,
            Billing billing,
            Rulebook rulebook,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clocks = clocks;
        this.billing = billing;
        this.rulebook = rulebook;
        this.outbox = outbox;
        this.clock = clock;
    }

    ClaimResult mark(Actor actor, Ticket ticket, List<Mark> marks) {
        List<Mark> said = checked(marks);
        if (!disputable(ticket)) {
            return new Refused(Why.TICKET);
        }
        Map<ItemId, BillItem> items = billing
                .items(actor, said.stream().map(Mark::item).toList())
                .stream()
                .collect(Collectors.toMap(BillItem::id, Function.identity()));
        if (items.size() < said.size() || !ofCustomer(actor, ticket, items.values())) {
            return new Refused(Why.FOREIGN);
        }
        List<ClaimId> claims = new ArrayList<>();
        for (Mark mark : said) {
            ClaimId claim = new ClaimId(Ids.next());
            BillItem item = Objects.requireNonNull(items.get(mark.item()));
            if (!(billing.hold(actor, ClaimDecisions.key(claim, "hold", 1), item.id(), item.sum())
                    instanceof Posted.Done)) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new Refused(Why.TAKEN);
            }
            write(actor, ticket, claim, item, mark);
            claims.add(claim);
        }
        outbox.add(
                actor.bureau().value(),
                DisputeMarked.TOPIC,
                new DisputeMarked(ticket.id().value()).json());
        return new Done(List.copyOf(claims));
    }

    private void write(Actor actor, Ticket ticket, ClaimId id, BillItem item, Mark mark) {
        Instant now = clock.instant();
        LocalDate keptUntil = LocalDate.ofInstant(item.at(), actor.zone())
                .plusMonths(retention(actor, LocalDate.ofInstant(now, actor.zone())));
        LocalDate complained = LocalDate.ofInstant(ticket.origin().receivedAt(), actor.zone());
        rows.insert(
                actor.bureau(),
                new Claim(
                        id,
                        ticket.id(),
                        item.id(),
                        mark.reason(),
                        mark.words(),
                        item.sum(),
                        keptUntil,
                        complained.isAfter(keptUntil),
                        actor.staff(),
                        now,
                        clocks.start(actor, id, now),
                        ClaimState.OPEN,
                        null,
                        List.of(),
                        1));
        events.write(actor, new ClaimEvent(id, ClaimEvent.What.MARK, mark.words(), actor.staff(), now));
    }

    /** Months for which call records are kept. */
    private int retention(Actor actor, LocalDate today) {
        return rulebook.get(actor.bureau(), "cdr.retention", today).amount().intValueExact();
    }

    /** In the order of their ids, so that two who mark the same ones do not wait for each other. */
    private static List<Mark> checked(List<Mark> marks) {
        if (marks.isEmpty()) {
            throw Problem.invalid("dispute.none", "item");
        }
        if (marks.size() > MOST) {
            throw Problem.invalid("dispute.many", "item", MOST);
        }
        Set<ItemId> seen = new HashSet<>();
        return marks.stream()
                .filter(mark -> seen.add(mark.item()))
                .map(mark -> new Mark(mark.item(), mark.reason(), DisputeText.optional(mark.words(), "words")))
                .sorted(Comparator.comparing(mark -> mark.item().value()))
                .toList();
    }

    static boolean disputable(Ticket ticket) {
        return ticket.kind() == TicketKind.BILL_DISPUTE && ticket.state().inHand() && ticket.customer() != null;
    }

    private boolean ofCustomer(Actor actor, Ticket ticket, Collection<BillItem> items) {
        Map<BillId, CustomerId> customers = billing.customers(
                actor, items.stream().map(BillItem::bill).distinct().toList());
        return items.stream().allMatch(item -> Objects.equals(customers.get(item.bill()), ticket.customer()));
    }
}
