package org.redress.desk.contact.reception;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.MailContacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.notification.WaitingMails;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Mails that wait for a person: what belongs to a ticket is added to it, what is new is taken as a contact. */
@Controller
class MailDesk {

    static final String LIST = "/contacts/mails";

    private static final int LENGTH = 40;

    private final MailContacts mails;
    private final WaitingMails waiting;
    private final Contacts contacts;
    private final Staff staff;
    private final FormKeys keys;
    private final Clock clock;

    MailDesk(MailContacts mails, WaitingMails waiting, Contacts contacts, Staff staff, FormKeys keys, Clock clock) {
        this.mails = mails;
        this.waiting = waiting;
        this.contacts = contacts;
        this.staff = staff;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping(LIST)
    ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable UUID above) {
        List<MailContacts.Waiting> found = mails.list(actor, above, LENGTH + 1);
        List<MailContacts.Waiting> lines = found.subList(0, Math.min(LENGTH, found.size()));
        Map<StaffId, StaffMember> people = staff.members(
                actor,
                lines.stream()
                        .map(MailContacts.Waiting::holder)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return Page.of(
                "contact/mails",
                new MailListPage(
                        lines.stream()
                                .map(line -> new MailListPage.Line(
                                        line.mail(),
                                        name(people, line.holder()),
                                        line.due(),
                                        line.due() != null && line.due().isBefore(clock.instant())))
                                .toList(),
                        found.size() > LENGTH
                                ? LIST + "?above=" + lines.getLast().mail().id()
                                : null,
                        actor.zone()));
    }

    private static @Nullable String name(Map<StaffId, StaffMember> people, @Nullable StaffId holder) {
        StaffMember person = holder == null ? null : people.get(holder);
        return person == null ? null : person.name();
    }

    @GetMapping(LIST + "/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id) {
        if (contacts.find(actor, new ContactId(id)).isPresent()) {
            return Page.then(ContactPages.address(new ContactId(id)));
        }
        return show(actor, id, Map.of());
    }

    private ModelAndView show(Actor actor, UUID id, Map<String, String> faults) {
        MailContacts.Opened opened = mails.open(actor, id);
        StaffId holder = opened.holder();
        boolean mine = actor.staff().equals(holder);
        return Page.of(
                "contact/mail",
                new MailPage(
                        opened,
                        holder == null || mine
                                ? null
                                : staff.find(actor, holder)
                                        .map(StaffMember::name)
                                        .orElse(""),
                        mine,
                        actor.may(Action.WRITE, WaitingMails.KIND) && actor.may(Action.WRITE, "contact"),
                        faults,
                        actor.zone()));
    }

    /** A mail that was kept as it came, to be saved; whoever may read its contact may. */
    @GetMapping("/contacts/{id}/mail.eml")
    ResponseEntity<byte[]> original(Actor actor, @PathVariable UUID id) {
        contacts.get(actor, new ContactId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".eml\"")
                .body(waiting.original(actor, id));
    }

    @PostMapping(LIST + "/{id}/take")
    ModelAndView take(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam String formKey) {
        String next = keys.once(actor.bureau().value(), formKey, () -> switch (mails.take(actor, id, over)) {
            case MailContacts.TakenOn.Mine mine ->
                "/contacts/new?draft=" + mine.draft().value();
            case MailContacts.TakenOn.Held held -> LIST + "/" + id;
        });
        return Page.then(next, next.startsWith(LIST) ? Notice.refused(words.text("contact.mail.held")) : null);
    }

    @PostMapping(LIST + "/{id}/add")
    ModelAndView add(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam UUID ticket,
            @RequestParam(defaultValue = "UNKNOWN") Mood mood,
            @RequestParam String formKey) {
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            Contact contact = mails.add(actor, id, new TicketId(ticket), mood);
            TicketId in = contact.matter().ticket();
            return in == null ? ContactPages.address(contact.id()) : "/tickets/" + in.value();
        });
        return Page.then(next, Notice.done(words.text("contact.mail.added")));
    }

    @PostMapping(LIST + "/{id}/aside")
    ModelAndView putAside(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @RequestParam String formKey) {
        if (why.isBlank()) {
            return show(actor, id, Map.of("why", words.text("problem.typed.missing")));
        }
        keys.once(actor.bureau().value(), formKey, () -> {
            mails.putAside(actor, id, why);
            return LIST;
        });
        return Page.then(LIST, Notice.done(words.text("contact.mail.aside.done")));
    }
}
