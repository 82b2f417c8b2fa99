package org.redress.desk.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.desk.recovery.duplicate.DuplicateGuard;
import org.redress.desk.recovery.duplicate.EarlierCases;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.springframework.stereotype.Component;

/** The remedies of a ticket in its side pane. */
@Component
class RemedyPanel implements TicketPanel {

    private static final int ORDER = 20;

    private final Remedies remedies;
    private final DuplicateGuard guard;
    private final PriorityNeedsRepairPolicy repairs;
    private final Tickets tickets;
    private final Staff staff;

    RemedyPanel(
            Remedies remedies, DuplicateGuard guard, PriorityNeedsRepairPolicy repairs, Tickets tickets, Staff staff) {
        this.remedies = remedies;
        this.guard = guard;
        this.repairs = repairs;
        this.tickets = tickets;
        this.staff = staff;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        List<Remedy> given = remedies.of(actor, List.of(ticket)).getOrDefault(ticket, List.of());
        boolean mayGive = actor.may(Action.WRITE, "ticket");
        RemediesShown shown = new RemediesShown(
                ticket,
                given,
                names(actor, given),
                actor.zone(),
                remedies.currency(actor),
                mayGive,
                mayGive ? guard.look(actor, tickets.get(actor, ticket)) : EarlierCases.NONE,
                mayGive && repairs.allows(actor, ticket, RemedyKind.PRIORITY_REPAIR),
                RemedyForm.thatCameBack());
        return Optional.of(new View("recovery/panel.jte", Map.of("remedies", shown)));
    }

    private Map<StaffId, String> names(Actor actor, List<Remedy> given) {
        List<StaffId> people = given.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.givenBy()),
                        Stream.ofNullable(one.takenBack()).map(Remedy.TakenBack::by)))
                .toList();
        return staff.names(actor, people);
    }
}
