package org.redress.desk.recovery.voice;

import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Attempt;
import org.springframework.stereotype.Component;

/** What the customer wants in a ticket's side pane, before what is offered and given; asks for it where nobody has asked. */
@Component
class VoicePanel implements TicketPanel {

    private static final int ORDER = 16;

    private final VoiceViews views;

    VoicePanel(VoiceViews views) {
        this.views = views;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        if (!actor.may(Action.READ, Voices.KIND)) {
            return Optional.empty();
        }
        VoiceShown shown = views.of(actor, ticket, Attempt.NONE);
        return shown.voices().isEmpty() && !shown.owed()
                ? Optional.empty()
                : Optional.of(new View("recovery/voicepanel.jte", Map.of("voice", shown)));
    }
}
