package org.redress.desk.contact.reception;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Drafts;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Lays out the screen on which a contact is taken. */
@Component
class Screens {

    static final int FOUND = 12;

    private final CustomerFiles files;
    private final CustomerSearch search;
    private final Drafts drafts;
    private final ToldDesk told;
    private final Clock clock;

    Screens(CustomerFiles files, CustomerSearch search, Drafts drafts, ToldDesk told, Clock clock) {
        this.files = files;
        this.search = search;
        this.drafts = drafts;
        this.told = told;
        this.clock = clock;
    }

    ModelAndView show(Actor actor, ContactForm form) {
        return Page.of("contact/new", page(actor, form, Map.of(), null));
    }

    /** The screen again, for a form that could not be taken. */
    ModelAndView again(Actor actor, ContactForm form, Map<String, String> faults) {
        return Page.of("contact/new", page(actor, form, faults, null), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The screen again, for a draft with which another window went on; nothing typed in either is lost. */
    ModelAndView overtaken(Actor actor, ContactForm form, Instant at) {
        return Page.of("contact/new", page(actor, form, Map.of(), at), HttpStatus.CONFLICT);
    }

    CustomerHits find(Actor actor, String typed) {
        return search.find(actor, typed, FOUND);
    }

    private ReceptionPage page(Actor actor, ContactForm form, Map<String, String> faults, @Nullable Instant elsewhere) {
        CustomerFile file = form.customer() == null
                ? null
                : files.find(actor, new CustomerId(form.customer()), null, true).orElse(null);
        CustomerHits found = file != null || form.q().isBlank() ? null : find(actor, form.q());
        return new ReceptionPage(
                file == null && form.customer() != null ? form.choosing(null) : form,
                faults,
                elsewhere,
                file,
                found,
                List.copyOf(drafts.list(actor).stream()
                        .filter(draft -> !draft.id().value().equals(form.draft()))
                        .toList()),
                told.of(actor, form),
                actor.zone(),
                clock.instant());
    }
}
