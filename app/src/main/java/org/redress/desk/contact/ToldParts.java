package org.redress.desk.contact;

import gg.jte.TemplateEngine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.redress.ground.identity.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What other modules show beside the customer's words, for every form in which these are typed. */
@Component
public class ToldParts {

    private final ObjectProvider<ToldPanel> panels;
    private final TemplateEngine templates;

    ToldParts(ObjectProvider<ToldPanel> panels, TemplateEngine templates) {
        this.panels = panels;
        this.templates = templates;
    }

    public List<Drawn> of(Actor actor, ToldPanel.Told told) {
        return panels.stream()
                .sorted(Comparator.comparingInt(ToldPanel::order))
                .map(panel -> panel.show(actor, told))
                .flatMap(Optional::stream)
                .map(view -> new Drawn(view, templates))
                .toList();
    }
}
