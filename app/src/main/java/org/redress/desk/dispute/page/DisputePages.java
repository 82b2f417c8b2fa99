package org.redress.desk.dispute.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.Bill;
import org.redress.desk.dispute.BillId;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.Billing;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.ClaimEvent;
import org.redress.desk.dispute.Disputes;
import org.redress.desk.dispute.Posting;
import org.redress.desk.ticket.AnswerWays;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Puts together the page of a dispute. Who sees numbers in full leaves a trail. */
@Component
class DisputePages {

    private static final int BILLS = 12;
    private static final int ITEMS = 100;

    private final Disputes disputes;
    private final Billing billing;
    private final Tickets tickets;
    private final ClaimTable table;
    private final GivenMoney given;
    private final DisputeAnswer answer;
    private final AnswerWays ways;
    private final Staff staff;
    private final Trail trail;
    private final Clock clock;

    DisputePages(
            Disputes disputes,
            Billing billing,
            Tickets tickets,
            ClaimTable table,
            GivenMoney given,
            DisputeAnswer answer,
            AnswerWays ways,
            Staff staff,
            Trail trail,
            Clock clock) {
        this.disputes = disputes;
        this.billing = billing;
        this.tickets = tickets;
        this.table = table;
        this.given = given;
        this.answer = answer;
        this.ways = ways;
        this.staff = staff;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What of a bill is to be seen.
     *
     * @param bill whose items can be marked, or null for the latest
     * @param after the place after which its items are shown
     * @param reveal numbers in full
     */
    record Look(@Nullable UUID bill, int after, boolean reveal) {
        static final Look PLAIN = new Look(null, 0, false);
    }

    DisputePage of(Actor actor, TicketId id, Look look, Attempt attempt) {
        Ticket ticket = tickets.get(actor, id);
        List<Claim> claims = disputes.of(actor, id);
        if (claims.isEmpty() && ticket.kind() != TicketKind.BILL_DISPUTE) {
            throw Problem.absent("dispute.absent");
        }
        DisputePage.May may = may(actor, ticket);
        if (look.reveal()) {
            actor.require(Action.REVEAL, "customer");
            trail.record(actor, "dispute.reveal", "ticket", id.value(), "{}");
        }
        List<Bill> bills = ticket.customer() == null ? List.of() : billing.bills(actor, ticket.customer(), BILLS);
        Bill chosen = chosen(bills, look);
        List<BillItem> found = chosen == null ? List.of() : billing.items(actor, chosen.id(), look.after(), ITEMS + 1);
        List<BillItem> shown = found.stream().limit(ITEMS).toList();
        List<ClaimRow> rows = table.of(actor, claims);
        List<Posting> postings =
                billing.postings(actor, claims.stream().map(Claim::item).toList());
        List<ClaimEvent> events = disputes.events(actor, claims);
        Instant now = clock.instant();
        return new DisputePage(
                ticket,
                bills,
                chosen,
                chosen == null ? null : billing.sums(actor, chosen.id()).orElseThrow(),
                look.after(),
                shown,
                found.size() > ITEMS ? shown.getLast().place() : null,
                rows,
                postings,
                events,
                may.mark() ? given.of(actor, ticket) : List.of(),
                may,
                look.reveal(),
                answer.of(actor, ticket, rows),
                ways.of(actor, ticket),
                staff.members(actor, people(claims, postings, events)),
                attempt,
                now,
                LocalDate.ofInstant(now, actor.zone()),
                actor.zone());
    }

    private DisputePage.May may(Actor actor, Ticket ticket) {
        boolean writes = actor.may(Action.WRITE, Disputes.KIND);
        boolean works =
                writes && tickets.mayWrite(actor, ticket) && ticket.state().open();
        return new DisputePage.May(
                works,
                writes && ticket.state().open(),
                works && actor.may(Action.ASSIGN, Disputes.KIND),
                actor.may(Action.REVEAL, "customer"));
    }

    private static @Nullable Bill chosen(List<Bill> bills, Look look) {
        if (look.bill() == null) {
            return bills.isEmpty() ? null : bills.getFirst();
        }
        BillId id = new BillId(look.bill());
        return bills.stream()
                .filter(bill -> bill.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.absent("bill.absent"));
    }

    private static Set<StaffId> people(List<Claim> claims, List<Posting> postings, List<ClaimEvent> events) {
        Set<StaffId> people = new HashSet<>();
        claims.forEach(claim -> claim.evidence().forEach(one -> people.add(one.by())));
        claims.stream().map(Claim::decision).filter(Objects::nonNull).forEach(one -> people.add(one.by()));
        postings.forEach(one -> people.add(one.by()));
        events.forEach(one -> people.add(one.by()));
        return people;
    }
}
