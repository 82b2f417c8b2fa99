package org.redress.desk.fault.page;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.FaultFiles;
import org.redress.desk.fault.FaultShown;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketPanel;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.springframework.stereotype.Component;

/** The fault of a ticket in its side pane with the work order; above all else that it came back, or that its exchange is down. */
@Component
class FaultPanel implements TicketPanel {

    private static final int ORDER = 3;

    private final FaultFiles files;
    private final Tickets tickets;
    private final Names names;
    private final Clock clock;

    FaultPanel(FaultFiles files, Tickets tickets, Names names, Clock clock) {
        this.files = files;
        this.tickets = tickets;
        this.names = names;
        this.clock = clock;
    }

    static String page(Fault fault) {
        return "/tickets/" + fault.ticket().value() + "#fault";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        if (!actor.may(Action.READ, "fault")) {
            return Optional.empty();
        }
        Optional<FaultShown> shown = files.fault(actor, ticket);
        return shown.isPresent() ? shown.map(fault -> view(actor, fault)) : hint(actor, ticket);
    }

    private View view(Actor actor, FaultShown shown) {
        Set<StaffId> people = new HashSet<>();
        people.add(shown.fault().reported().by());
        shown.history().forEach(event -> people.add(event.by()));
        shown.tests().forEach(test -> people.add(test.by()));
        return new View(
                "fault/panel.jte",
                Map.of(
                        "panel",
                        new FaultPanelShown(
                                shown,
                                names.of(actor, people),
                                FaultAttempt.thatCameBack(),
                                clock.instant(),
                                actor.zone())));
    }

    /** A fault that was not reported at the fault desk can be. */
    private Optional<View> hint(Actor actor, TicketId id) {
        Ticket ticket = tickets.get(actor, id);
        return ticket.kind() == TicketKind.FAULT
                        && ticket.state().inHand()
                        && files.mayReport(actor)
                        && tickets.mayWrite(actor, ticket)
                ? Optional.of(new View("fault/hint.jte", Map.of("ticket", ticket)))
                : Optional.empty();
    }

    @Override
    public Optional<View> above(Actor actor, TicketId ticket) {
        return actor.may(Action.READ, "fault")
                ? files.marks(actor, ticket)
                        .map(marks -> new View("fault/above.jte", Map.of("marks", marks, "zone", actor.zone())))
                : Optional.empty();
    }
}
