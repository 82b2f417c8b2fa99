package org.redress.desk.contact.reception;

import gg.jte.TemplateEngine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.redress.desk.contact.ToldPanel;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What other modules show beside the customer's words, while they are typed. Nothing is changed by it. */
@Controller
class ToldParts {

    private final ObjectProvider<ToldPanel> panels;
    private final TemplateEngine templates;

    ToldParts(ObjectProvider<ToldPanel> panels, TemplateEngine templates) {
        this.panels = panels;
        this.templates = templates;
    }

    List<Drawn> of(Actor actor, ContactForm form) {
        ToldPanel.Told told = new ToldPanel.Told(form.subject(), form.words(), form.place());
        return panels.stream()
                .sorted(Comparator.comparingInt(ToldPanel::order))
                .map(panel -> panel.show(actor, told))
                .flatMap(Optional::stream)
                .map(view -> new Drawn(view, templates))
                .toList();
    }

    /** While one types. The words come in the body: they are long, and nobody's to keep in an address. */
    @PostMapping(value = "/contacts/new/told", headers = "HX-Request")
    ModelAndView typing(Actor actor, ContactForm form) {
        return Page.of("contact/told", of(actor, form));
    }
}
