package org.redress.desk.ticket.workplace;

import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.ground.attachment.AttachmentPanels;
import org.redress.ground.attachment.Holder;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** The files that were added to a ticket. */
@Component
class FilesPanel implements TicketPanel {

    private static final int ORDER = 40;

    private final AttachmentPanels panels;

    FilesPanel(AttachmentPanels panels) {
        this.panels = panels;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        return Optional.of(new View(
                "attachment/panel.jte",
                Map.of("attachments", panels.show(actor, new Holder("ticket", ticket.value())))));
    }
}
