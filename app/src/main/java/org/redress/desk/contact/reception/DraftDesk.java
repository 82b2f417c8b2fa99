package org.redress.desk.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.DraftSaved;
import org.redress.desk.contact.Drafts;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Keeps what is typed. Saving twice what is the same is the same, so that these forms need no key. Without scripts, to
 * look for a customer and to choose one is to save the draft and to come back to it.
 */
@Controller
class DraftDesk {

    private final Drafts drafts;
    private final Screens screens;
    private final FormKeys keys;

    DraftDesk(Drafts drafts, Screens screens, FormKeys keys) {
        this.drafts = drafts;
        this.screens = screens;
        this.keys = keys;
    }

    /** While one types. */
    @PostMapping(value = "/contacts/new/draft", headers = "HX-Request")
    ModelAndView typing(Actor actor, ContactForm form) {
        return Page.of("contact/saved", new SavedPart(form.id(), save(actor, form), actor.zone()));
    }

    @PostMapping("/contacts/new/draft")
    ModelAndView keep(Actor actor, Words words, ContactForm form) {
        return saved(actor, form, "", Notice.done(words.text("contact.draft.kept")));
    }

    /** Looks for the customer without scripts. */
    @PostMapping("/contacts/new/find")
    ModelAndView find(Actor actor, ContactForm form) {
        return saved(actor, form.choosing(null), "#found", null);
    }

    /** Chooses a customer, or with {@code none} none. */
    @PostMapping("/contacts/new/choose")
    ModelAndView choose(Actor actor, ContactForm form, @RequestParam String choose) {
        return saved(actor, form.choosing(chosen(choose)), "", null);
    }

    private static @Nullable UUID chosen(String choose) {
        try {
            return choose.equals("none") ? null : UUID.fromString(choose);
        } catch (IllegalArgumentException e) {
            throw Problem.absent("customer.absent");
        }
    }

    private ModelAndView saved(Actor actor, ContactForm form, String place, @Nullable Notice notice) {
        return switch (save(actor, form)) {
            case DraftSaved.Kept kept -> Page.then("/contacts/new?draft=" + form.id() + place, notice);
            case DraftSaved.Recorded recorded -> Page.then(ContactPages.address(new ContactId(form.id())));
            case DraftSaved.Elsewhere elsewhere -> screens.overtaken(actor, form, elsewhere.at());
        };
    }

    private DraftSaved save(Actor actor, ContactForm form) {
        return drafts.save(actor, new ContactId(form.id()), form.page(), form.seen(), form.begunAt(), form.typed());
    }

    @PostMapping("/contacts/drafts/{id}/discard")
    ModelAndView discard(Actor actor, Words words, @PathVariable UUID id, @RequestParam String formKey) {
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            drafts.discard(actor, new ContactId(id));
            return "/contacts/new";
        });
        return Page.then(next, Notice.done(words.text("contact.draft.discarded")));
    }

    /** Customers to choose from, while one types. */
    @GetMapping("/contacts/found")
    ModelAndView found(Actor actor, HttpServletRequest request, @RequestParam(defaultValue = "") String q) {
        if (request.getHeader("HX-Request") == null) {
            return Page.then("/contacts/new");
        }
        return Page.of("contact/found", new FoundPart(q, q.isBlank() ? null : screens.find(actor, q)));
    }
}
