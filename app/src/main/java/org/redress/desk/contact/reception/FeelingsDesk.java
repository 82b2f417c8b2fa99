package org.redress.desk.contact.reception;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Feelings;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.Moods;
import org.redress.desk.contact.Seniors;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who answers, and how customers feel afterwards. */
@Controller
class FeelingsDesk {

    private static final int DAYS = 90;

    private final Feelings feelings;
    private final Seniors seniors;
    private final Moods moods;
    private final Contacts contacts;
    private final Staff staff;
    private final FormKeys keys;
    private final Clock clock;

    FeelingsDesk(
            Feelings feelings,
            Seniors seniors,
            Moods moods,
            Contacts contacts,
            Staff staff,
            FormKeys keys,
            Clock clock) {
        this.feelings = feelings;
        this.seniors = seniors;
        this.moods = moods;
        this.contacts = contacts;
        this.staff = staff;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/contacts/feelings")
    ModelAndView figures(Actor actor) {
        return Page.of(
                "contact/feelings",
                new FeelingsPage(
                        feelings.since(actor, clock.instant().minus(DAYS, ChronoUnit.DAYS)),
                        feelings.minimum(actor),
                        DAYS));
    }

    /** Asks somebody senior to answer whoever spoke at this contact. */
    @PostMapping("/contacts/{id}/senior")
    ModelAndView ask(Actor actor, Words words, @PathVariable UUID id, @RequestParam String formKey) {
        Contact contact = contacts.get(actor, new ContactId(id));
        String next = keys.once(
                actor.bureau().value(),
                formKey,
                () -> seniors.ask(actor, contact.id())
                        .flatMap(person -> staff.find(actor, person))
                        .map(StaffMember::name)
                        .orElse(""));
        return Page.then(
                page(contact),
                next.isEmpty()
                        ? Notice.refused(words.text("contact.senior.nobody"))
                        : Notice.done(words.text("contact.senior.asked", next)));
    }

    /** How the customer was at a contact where nobody saw it, said by whoever has read the words. */
    @PostMapping("/contacts/{id}/mood")
    ModelAndView mood(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "UNKNOWN") Mood mood,
            @RequestParam String formKey) {
        Contact contact = contacts.get(actor, new ContactId(id));
        boolean[] done = {true};
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            done[0] = moods.see(actor, contact.id(), mood) instanceof Contacts.Decided.Done;
            return page(contact);
        });
        return Page.then(
                next,
                done[0]
                        ? Notice.done(words.text("contact.seen.done"))
                        : Notice.refused(words.text("contact.decided.already")));
    }

    /** Of its ticket, where it has one. */
    private static String page(Contact contact) {
        TicketId about = contact.matter().about();
        return about == null ? ContactPages.address(contact.id()) : "/tickets/" + about.value();
    }
}
