package org.redress.desk.contact.reception;

import java.util.List;
import org.redress.desk.contact.Drawn;
import org.redress.desk.contact.ToldPanel;
import org.redress.desk.contact.ToldParts;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What other modules show beside the customer's words, while they are typed. Nothing is changed by it. */
@Controller
class ToldDesk {

    private final ToldParts parts;

    ToldDesk(ToldParts parts) {
        this.parts = parts;
    }

    List<Drawn> of(Actor actor, ContactForm form) {
        return parts.of(actor, new ToldPanel.Told(form.subject(), form.words(), form.place()));
    }

    /** While one types. The words come in the body: they are long, and nobody's to keep in an address. */
    @PostMapping(value = "/contacts/new/told", headers = "HX-Request")
    ModelAndView typing(Actor actor, ContactForm form) {
        return Page.of("contact/told", of(actor, form));
    }
}
