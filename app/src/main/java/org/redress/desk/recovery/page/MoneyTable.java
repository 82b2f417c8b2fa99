package org.redress.desk.recovery.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.recovery.authority.ApprovalResult;
import org.redress.desk.recovery.authority.ApprovalStep;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Puts tickets, names and approvals to compensations. */
@Component
class MoneyTable {

    private final TicketBoard tickets;
    private final Approvals approvals;
    private final Staff staff;

    MoneyTable(TicketBoard tickets, Approvals approvals, Staff staff) {
        this.tickets = tickets;
        this.approvals = approvals;
        this.staff = staff;
    }

    /** Rows that say nothing of whether the reader may decide. */
    List<MoneyRow> of(Actor actor, Words words, List<Compensation> all) {
        return rows(actor, words, all, false);
    }

    /** Rows that say whether the reader may decide what waits; as many queries for many as for one. */
    List<MoneyRow> deciding(Actor actor, Words words, List<Compensation> all) {
        return rows(actor, words, all, true);
    }

    private List<MoneyRow> rows(Actor actor, Words words, List<Compensation> all, boolean deciding) {
        List<TicketId> wanted = all.stream()
                .map(Compensation::ticket)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<TicketId, TicketCard> cards = wanted.isEmpty()
                ? Map.of()
                : tickets.cards(actor, wanted).stream().collect(Collectors.toMap(TicketCard::id, Function.identity()));
        Map<StaffId, StaffMember> people =
                staff.members(actor, all.stream().map(Compensation::giver).toList());
        Map<CompensationId, List<ApprovalStep>> steps =
                approvals.of(actor, all.stream().map(Compensation::id).toList()).stream()
                        .collect(Collectors.groupingBy(ApprovalStep::compensation));
        boolean may = deciding && actor.may(Action.ASSIGN, Compensations.KIND);
        Map<CompensationId, ApprovalResult.Why> against = may ? approvals.against(actor, all, steps) : Map.of();
        return all.stream()
                .map(one -> new MoneyRow(
                        one,
                        one.ticket() == null ? null : cards.get(one.ticket()),
                        name(words, people, one.giver()),
                        steps.getOrDefault(one.id(), List.of()),
                        may ? against.get(one.id()) : ApprovalResult.Why.LIMIT))
                .toList();
    }

    /** Their name; of the product, that it acted by itself. */
    static String name(Words words, Map<StaffId, StaffMember> people, StaffId id) {
        StaffMember member = people.get(id);
        return member != null ? member.name() : Staff.COMMAND.equals(id) ? words.text("money.itself") : "";
    }
}
