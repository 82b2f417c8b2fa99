package org.redress.improve.insight.cases;

import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.Suggestion;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.improve.insight.CauseId;
import org.redress.improve.insight.Finding;
import org.redress.improve.insight.Findings;
import org.springframework.stereotype.Component;

/** The panel “Similar cases” in a ticket's side pane, while it is in hand. */
@Component
class SimilarOfTicket implements TicketPanel {

    private static final int ORDER = 30;

    private final Tickets tickets;
    private final Findings findings;
    private final SimilarParts parts;

    SimilarOfTicket(Tickets tickets, Findings findings, SimilarParts parts) {
        this.tickets = tickets;
        this.findings = findings;
        this.parts = parts;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId id) {
        Ticket ticket = tickets.get(actor, id);
        if (!ticket.state().open()) {
            return Optional.empty();
        }
        SimilarPart part =
                parts.of(actor, asked(actor, ticket, ""), SimilarParts.OFFERED, "/tickets/" + id.value(), false);
        return Optional.of(new View("insight/case-panel.jte", Map.of("part", part, "ticket", id)));
    }

    /** What a ticket asks, or its agent in other words. */
    Asked asked(Actor actor, Ticket ticket, String otherwise) {
        Suggestion suggestion = ticket.suggestion();
        Ticket.Classified classified = ticket.classified();
        CauseId cause = actor.may(Action.READ, "cause")
                ? findings.of(actor, ticket.id()).stream()
                        .findFirst()
                        .map(Finding::cause)
                        .orElse(null)
                : null;
        String place = ticket.origin().place();
        return new Asked(
                otherwise.isBlank() ? ticket.subject() + "。" + ticket.text() : otherwise,
                classified != null ? classified.type() : suggestion != null ? suggestion.type() : "",
                place == null ? "" : Doors.place(place),
                cause,
                ticket.id());
    }
}
