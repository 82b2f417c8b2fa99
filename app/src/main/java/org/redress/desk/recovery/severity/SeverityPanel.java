package org.redress.desk.recovery.severity;

import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** How severe the failure is, addend by addend, in the ticket's side pane. */
@Component
class SeverityPanel implements TicketPanel {

    private static final int ORDER = 12;

    private final Severities severities;

    SeverityPanel(Severities severities) {
        this.severities = severities;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        return Optional.of(new View(
                "recovery/severity.jte",
                Map.of("shown", new SeverityShown(severities.of(actor, ticket), actor.zone()))));
    }
}
