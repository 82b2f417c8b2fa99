package org.redress.desk.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.DraftSaved;
import org.redress.desk.contact.Drafts;
import org.redress.ground.identity.Action;
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
 * Keeps what is typed. Saving twice what is the same is the same, so that these forms need no key; only what is pressed in
 * a part of the customer's file counts once by it. Without scripts, to look for a customer and to choose one is to save the
 * draft and to come back to it.
 */
@Controller
class DraftDesk {

    private final Drafts drafts;
    private final Screens screens;
    private final Presses presses;
    private final FormKeys keys;

    DraftDesk(Drafts drafts, Screens screens, Presses presses, FormKeys keys) {
        this.drafts = drafts;
        this.screens = screens;
        this.presses = presses;
        this.keys = keys;
    }

    /** While one types. */
    @PostMapping(value = "/contacts/new/draft", headers = "HX-Request")
    ModelAndView typing(Actor actor, ContactForm form) {
        return Page.of(
                "contact/saved",
                new SavedPart(
                        form.draft(),
                        drafts.save(
                                actor,
                                new ContactId(form.draft()),
                                form.page(),
                                form.seen(),
                                form.begunAt(),
                                form.typed()),
                        actor.zone()));
    }

    /** Keeps it, and does what was pressed or typed in a part of the customer's file. */
    @PostMapping({"/contacts/new/draft", "/contacts/new/press"})
    ModelAndView keep(
            Actor actor,
            Words words,
            ContactForm form,
            @RequestParam(defaultValue = "") String formKey,
            @RequestParam Map<String, String> typed) {
        DraftSaved saved = leave(actor, form);
        Notice notice = Notice.done(words.text("contact.draft.kept"));
        return to(
                actor,
                form,
                saved,
                "",
                saved instanceof DraftSaved.Kept && !formKey.isEmpty()
                        ? pressed(actor, words, form, formKey, typed, notice)
                        : notice);
    }

    private Notice pressed(
            Actor actor, Words words, ContactForm form, String key, Map<String, String> typed, Notice otherwise) {
        AtomicReference<Notice> said = new AtomicReference<>(otherwise);
        try {
            keys.once(actor.bureau().value(), key, () -> {
                presses.press(actor, words, form, typed).ifPresent(said::set);
                return "/contacts/new?draft=" + form.draft();
            });
            return said.get();
        } catch (Problem problem) {
            if (problem.field() == null) {
                throw problem;
            }
            return Notice.refused(words.text("problem." + problem.code(), problem.arguments()));
        }
    }

    /** Looks for the customer without scripts. */
    @PostMapping("/contacts/new/find")
    ModelAndView find(Actor actor, ContactForm form) {
        return saved(actor, form.choosing(null), "#found", null);
    }

    /** Shows what belongs beside the words, without scripts. */
    @PostMapping("/contacts/new/told")
    ModelAndView told(Actor actor, ContactForm form) {
        return saved(actor, form, "#told", null);
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
        return to(actor, form, leave(actor, form), place, notice);
    }

    private DraftSaved leave(Actor actor, ContactForm form) {
        return drafts.leave(actor, new ContactId(form.draft()), form.page(), form.seen(), form.begunAt(), form.typed());
    }

    private ModelAndView to(Actor actor, ContactForm form, DraftSaved saved, String place, @Nullable Notice notice) {
        return switch (saved) {
            case DraftSaved.Kept kept -> Page.then("/contacts/new?draft=" + form.draft() + place, notice);
            case DraftSaved.Recorded recorded -> Page.then(ContactPages.address(new ContactId(form.draft())));
            case DraftSaved.Elsewhere elsewhere -> screens.overtaken(actor, form, elsewhere.at());
        };
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
        actor.require(Action.WRITE, "contact");
        if (request.getHeader("HX-Request") == null) {
            return Page.then("/contacts/new");
        }
        return Page.of("contact/found", new FoundPart(q, q.isBlank() ? null : screens.find(actor, q)));
    }
}
