package org.redress.desk.care.preference;

import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/** What a ticket's customer wants us to mind: above everything else where something is known, else a place to note it. */
@Component
class PreferenceTicketPanel implements TicketPanel {

    private static final int ORDER = 5;

    private final PreferenceViews views;
    private final Tickets tickets;

    PreferenceTicketPanel(PreferenceViews views, Tickets tickets) {
        this.views = views;
        this.tickets = tickets;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        return shown(actor, ticket)
                .filter(shown -> shown.lines().isEmpty())
                .map(shown -> new View("care/none.jte", Map.of("shown", shown)));
    }

    @Override
    public Optional<View> above(Actor actor, TicketId ticket) {
        return shown(actor, ticket)
                .filter(shown -> !shown.lines().isEmpty())
                .map(shown -> new View("care/preferences.jte", Map.of("shown", shown)));
    }

    private Optional<PreferencesShown> shown(Actor actor, TicketId ticket) {
        CustomerId customer =
                PreferenceViews.reads(actor) ? tickets.get(actor, ticket).customer() : null;
        return Optional.ofNullable(customer).map(one -> views.shown(actor, one, ticket, false));
    }
}
