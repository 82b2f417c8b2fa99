package org.redress.desk.ticket.workplace;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Shell;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The parts of a ticket's sheet that other modules show. */
@Component
public class Panels {

    private final ObjectProvider<TicketPanel> panels;
    private final TemplateEngine templates;

    Panels(ObjectProvider<TicketPanel> panels, TemplateEngine templates) {
        this.panels = panels;
        this.templates = templates;
    }

    List<Drawn> beside(Actor actor, TicketId ticket) {
        return drawn(panel -> panel.show(actor, ticket));
    }

    List<Drawn> above(Actor actor, TicketId ticket) {
        return drawn(panel -> panel.above(actor, ticket));
    }

    private List<Drawn> drawn(Function<TicketPanel, Optional<TicketPanel.View>> part) {
        return panels.stream()
                .sorted(Comparator.comparingInt(TicketPanel::order))
                .map(part)
                .flatMap(Optional::stream)
                .map(view -> new Drawn(view, templates))
                .toList();
    }

    /** One of them, drawn where the page wants it. */
    public record Drawn(TicketPanel.View view, TemplateEngine templates) {

        public Content in(Shell shell) {
            Map<String, Object> model = new HashMap<>(view.model());
            model.put("shell", shell);
            return output -> templates.render(view.template(), model, output);
        }
    }
}
