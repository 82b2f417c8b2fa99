package org.redress.desk.contact.reception;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactBoard;
import org.redress.desk.contact.ContactFilter;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.Outcome;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.notification.WaitingMails;
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

/** The lists of contacts, one contact, and the yes or no to those that came after the end of their matter. */
@Controller
class ContactPages {

    private static final int LENGTH = 40;
    private static final int MANY = 100;

    private final Contacts contacts;
    private final ContactBoard board;
    private final TicketBoard ticketBoard;
    private final Tickets tickets;
    private final Staff staff;
    private final WaitingMails mails;
    private final FormKeys keys;

    ContactPages(
            Contacts contacts,
            ContactBoard board,
            TicketBoard ticketBoard,
            Tickets tickets,
            Staff staff,
            WaitingMails mails,
            FormKeys keys) {
        this.contacts = contacts;
        this.board = board;
        this.ticketBoard = ticketBoard;
        this.tickets = tickets;
        this.staff = staff;
        this.mails = mails;
        this.keys = keys;
    }

    static String address(ContactId id) {
        return "/contacts/" + id.value();
    }

    @GetMapping("/contacts")
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "MINE") ContactFilter.Whose whose,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable Mood mood,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) ContactFilter.@Nullable Day day,
            @RequestParam(required = false) @Nullable String at) {
        ContactFilter filter = new ContactFilter(whose, channel, mood, outcome, day);
        return Page.of(
                "contact/list",
                new ContactListPage(
                        filter,
                        board.page(actor, filter, at, LENGTH),
                        board.pace(actor, whose).orElse(null),
                        board.waiting(actor),
                        actor.may(Action.READ, WaitingMails.KIND) ? mails.count(actor, MANY) : 0,
                        actor.may(Action.WRITE, "contact"),
                        actor.zone()));
    }

    @GetMapping("/contacts/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id) {
        Contact contact = contacts.get(actor, new ContactId(id));
        TicketId earlier = contact.matter().earlier();
        Contact.Decision decision = contact.decision();
        return Page.of(
                "contact/sheet",
                new ContactSheet(
                        board.line(actor, contact),
                        earlier == null || !actor.may(Action.READ, "ticket")
                                ? null
                                : ticketBoard.cards(actor, List.of(earlier)).stream()
                                        .findFirst()
                                        .orElse(null),
                        decision == null
                                ? null
                                : staff.find(actor, decision.by())
                                        .map(StaffMember::name)
                                        .orElse(""),
                        contact.outcome() == Outcome.WAITING && earlier != null && may(actor, earlier),
                        mails.keeps(actor, id),
                        actor.zone()));
    }

    private boolean may(Actor actor, TicketId earlier) {
        Optional<TicketCard> card = actor.may(Action.READ, "ticket")
                ? ticketBoard.cards(actor, List.of(earlier)).stream().findFirst()
                : Optional.empty();
        return card.isPresent()
                && actor.may(Action.WRITE, "contact")
                && tickets.mayWrite(actor, tickets.get(actor, earlier));
    }

    /** Yes: the matter is taken up again. */
    @PostMapping("/contacts/{id}/reopen")
    ModelAndView reopen(Actor actor, Words words, @PathVariable UUID id, @RequestParam String formKey) {
        ContactId contact = new ContactId(id);
        String next = keys.once(actor.bureau().value(), formKey, () -> switch (contacts.takeUpAgain(actor, contact)) {
            case Contacts.Decided.Done done ->
                done.contact().matter().ticket() == null
                        ? address(contact)
                        : "/tickets/" + done.contact().matter().ticket().value();
            case Contacts.Decided.Already already -> address(contact);
        });
        return Page.then(
                next,
                next.startsWith("/tickets/")
                        ? Notice.done(words.text("contact.reopened"))
                        : Notice.refused(words.text("contact.decided.already")));
    }

    /** No: it stays a contact. */
    @PostMapping("/contacts/{id}/keep")
    ModelAndView keep(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @RequestParam String formKey) {
        ContactId contact = new ContactId(id);
        boolean[] done = {true};
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            done[0] = contacts.keep(actor, contact, why) instanceof Contacts.Decided.Done;
            return address(contact);
        });
        return Page.then(
                next,
                done[0]
                        ? Notice.done(words.text("contact.kept"))
                        : Notice.refused(words.text("contact.decided.already")));
    }
}
