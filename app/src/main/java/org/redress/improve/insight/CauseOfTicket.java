package org.redress.improve.insight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.springframework.stereotype.Component;

/** The panel “Cause” in a ticket's side pane. */
@Component
class CauseOfTicket implements TicketPanel {

    private final Tickets tickets;
    private final Findings findings;
    private final Causes causes;
    private final Staff staff;

    CauseOfTicket(Tickets tickets, Findings findings, Causes causes, Staff staff) {
        this.tickets = tickets;
        this.findings = findings;
        this.causes = causes;
        this.staff = staff;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId id) {
        if (!actor.may(Action.READ, Causes.KIND)) {
            return Optional.empty();
        }
        Ticket ticket = tickets.get(actor, id);
        if (ticket.state() == TicketState.REJECTED || ticket.state() == TicketState.CANCELLED) {
            return Optional.empty();
        }
        CauseTree tree = causes.read(actor);
        List<CausePanel.Line> lines = lines(actor, tree, findings.of(actor, id));
        boolean early = ticket.state() == TicketState.ACKNOWLEDGED;
        boolean open = !early && findings.mayName(actor, ticket);
        CausePanel panel = new CausePanel(
                "/tickets/" + id.value() + "/cause",
                open ? tree.offered() : List.of(),
                lines.isEmpty() ? null : lines.getFirst(),
                lines.isEmpty() ? List.of() : lines.subList(1, lines.size()),
                early,
                Findings.wanted(ticket.kind()),
                actor.zone());
        return Optional.of(new View("insight/cause-panel.jte", Map.of("panel", panel)));
    }

    private List<CausePanel.Line> lines(Actor actor, CauseTree tree, List<Finding> found) {
        Map<StaffId, StaffMember> people =
                staff.members(actor, found.stream().map(Finding::by).collect(Collectors.toSet()));
        return found.stream()
                .flatMap(one -> tree.find(one.cause()).stream()
                        .flatMap(cause -> Stream.of(new CausePanel.Line(
                                cause,
                                one.note(),
                                Optional.ofNullable(people.get(one.by()))
                                        .map(StaffMember::name)
                                        .orElse("redress"),
                                one.at()))))
                .toList();
    }
}
