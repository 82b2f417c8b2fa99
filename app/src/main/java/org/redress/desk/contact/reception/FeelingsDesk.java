package org.redress.desk.contact.reception;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Feelings;
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
    private final Contacts contacts;
    private final Staff staff;
    private final FormKeys keys;
    private final Clock clock;

    FeelingsDesk(Feelings feelings, Seniors seniors, Contacts contacts, Staff staff, FormKeys keys, Clock clock) {
        this.feelings = feelings;
        this.seniors = seniors;
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
        TicketId about = Objects.requireNonNullElse(
                contact.matter().ticket(),
                Objects.requireNonNullElse(contact.matter().earlier(), new TicketId(id)));
        String next = keys.once(
                actor.bureau().value(),
                formKey,
                () -> seniors.ask(actor, contact.id())
                        .flatMap(person -> staff.find(actor, person))
                        .map(StaffMember::name)
                        .orElse(""));
        return Page.then(
                "/tickets/" + about.value(),
                next.isEmpty()
                        ? Notice.refused(words.text("contact.senior.nobody"))
                        : Notice.done(words.text("contact.senior.asked", next)));
    }
}
