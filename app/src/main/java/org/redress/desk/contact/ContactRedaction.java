package org.redress.desk.contact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.commitment.ClockWords;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.WaitingMails;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/**
 * Covers a customer's personal data in the words of their contacts, in what was written about the clocks of these, and in the
 * mails that they sent.
 */
@Component
class ContactRedaction implements Redactable {

    private static final CoveredTexts.Table CONTACT =
            new CoveredTexts.Table("contact.contact", "customer", List.of("id"), List.of("words", "answer", "why"));

    private final CoveredTexts texts;
    private final ContactRows rows;
    private final DraftRows drafts;
    private final Customers customers;
    private final WaitingMails mails;
    private final ClockWords clocks;

    ContactRedaction(
            CoveredTexts texts,
            ContactRows rows,
            DraftRows drafts,
            Customers customers,
            WaitingMails mails,
            ClockWords clocks) {
        this.texts = texts;
        this.rows = rows;
        this.drafts = drafts;
        this.customers = customers;
        this.mails = mails;
        this.clocks = clocks;
    }

    /** A mail of theirs that waits must be seen to first. */
    @Override
    public Optional<String> hindrance(Actor actor, CustomerId customer) {
        return mails.waitsFrom(actor, customers.mailboxes(actor, customer))
                ? Optional.of("customer.redact.mail")
                : Optional.empty();
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        drafts.removeOf(actor.bureau(), customer);
        List<UUID> sent = mails.redact(actor, customers.mailboxes(actor, customer), Blackout.COVER);
        return texts.cover(actor.bureau(), CONTACT, List.of(customer.value()), words)
                + sent.size()
                + clocks.redact(actor, WaitingMails.KIND, sent, words)
                + clocks.redact(actor, Contacts.KIND, rows.ofCustomer(actor.bureau(), customer), words);
    }
}
