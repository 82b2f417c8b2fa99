package org.redress.desk.recovery.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** Rows that say whether the reader may decide what waits; some queries more for each that does. */
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
        return all.stream()
                .map(one -> {
                    List<ApprovalStep> mine = steps.getOrDefault(one.id(), List.of());
                    return new MoneyRow(
                            one,
                            one.ticket() == null ? null : cards.get(one.ticket()),
                            name(words, people, one.giver()),
                            mine,
                            deciding ? against(actor, one, mine) : ApprovalResult.Why.LIMIT);
                })
                .toList();
    }

    private ApprovalResult.@Nullable Why against(Actor actor, Compensation one, List<ApprovalStep> steps) {
        if (!actor.may(Action.ASSIGN, Compensations.KIND)) {
            return ApprovalResult.Why.LIMIT;
        }
        return steps.stream()
                .filter(step -> step.decision() == null)
                .findFirst()
                .map(step -> approvals.against(actor, one, step, steps))
                .orElse(null);
    }

    /** Their name; of the product, that it acted by itself. */
    static String name(Words words, Map<StaffId, StaffMember> people, StaffId id) {
        StaffMember member = people.get(id);
        return member != null ? member.name() : Staff.COMMAND.equals(id) ? words.text("money.itself") : "";
    }
}
