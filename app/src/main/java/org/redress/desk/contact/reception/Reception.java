package org.redress.desk.contact.reception;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Drafts;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.NavEntry;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes contacts: one screen, one key for what it becomes. */
@Controller
class Reception {

    static final String ANSWERED = "ANSWERED";

    private final Contacts contacts;
    private final Drafts drafts;
    private final Screens screens;
    private final Presses presses;
    private final FormKeys keys;
    private final Clock clock;

    Reception(Contacts contacts, Drafts drafts, Screens screens, Presses presses, FormKeys keys, Clock clock) {
        this.contacts = contacts;
        this.drafts = drafts;
        this.screens = screens;
        this.presses = presses;
        this.keys = keys;
        this.clock = clock;
    }

    @Bean
    static NavEntry contactsFloor() {
        return new NavEntry(22, "contacts", "/contacts", "phone");
    }

    /** A fresh form, or a draft in this window. */
    @GetMapping("/contacts/new")
    ModelAndView open(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable UUID customer) {
        actor.require(Action.WRITE, "contact");
        if (draft == null) {
            return screens.show(actor, ContactForm.fresh(clock.instant(), customer));
        }
        ContactId id = new ContactId(draft);
        if (contacts.find(actor, id).isPresent()) {
            return Page.then(ContactPages.address(id));
        }
        return screens.show(
                actor,
                ContactForm.of(drafts.find(actor, id).orElseThrow(() -> Problem.absent("contact.draft.absent"))));
    }

    /**
     * Records a contact.
     *
     * @param wish name of a {@link TicketKind}, or ANSWERED
     * @param ticket that it is about, instead of a wish
     */
    @PostMapping("/contacts/new")
    ModelAndView record(
            Actor actor,
            Words words,
            ContactForm form,
            @RequestParam(defaultValue = "") String wish,
            @RequestParam(required = false) @Nullable UUID ticket,
            @RequestParam String formKey,
            @RequestParam Map<String, String> typed) {
        Map<String, String> faults = Faults.of(form, words, actor.zone());
        NewContact.Wish wanted = wanted(form, wish, ticket);
        if (wanted == null) {
            faults.put("wish", words.text("contact.new.wish.missing"));
        }
        if (wanted == null || !faults.isEmpty()) {
            return screens.again(actor, form, faults);
        }
        try {
            String next = keys.once(actor.bureau().value(), formKey, () -> {
                Contact recorded = contacts.record(actor, form.contact(actor.zone(), actor.region(), wanted));
                presses.press(actor, words, form, typed);
                return address(recorded);
            });
            return Page.then(next, Notice.done(words.text("contact.new.done")));
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw problem;
            }
            String field = Objects.requireNonNullElse(problem.field(), "words");
            return screens.again(
                    actor, form, Map.of(field, words.text("problem." + problem.code(), problem.arguments())));
        }
    }

    private static NewContact.@Nullable Wish wanted(ContactForm form, String wish, @Nullable UUID ticket) {
        if (ticket != null) {
            return new NewContact.About(new TicketId(ticket));
        }
        if (wish.equals(ANSWERED)) {
            return new NewContact.AnsweredAtOnce(form.answer());
        }
        return Arrays.stream(TicketKind.values())
                .filter(kind -> kind.name().equals(wish))
                .findFirst()
                .map(kind -> new NewContact.Ticket(kind, form.subject(), form.place(), form.postalCode()))
                .orElse(null);
    }

    /** Where one goes on: with the ticket, where there is one to work on. */
    private static String address(Contact contact) {
        TicketId ticket = contact.matter().ticket();
        return ticket == null ? ContactPages.address(contact.id()) : "/tickets/" + ticket.value();
    }
}
