package org.redress.desk.contact;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.attachment.Holder;
import org.redress.ground.attachment.Sent;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.IncomingMail;
import org.redress.ground.notification.MailAttachment;
import org.redress.ground.notification.WaitingMails;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/**
 * Puts the files of a mail where its contact belongs. What cannot be taken is named in a note on the ticket with the reason,
 * and the mail is kept whole, as it is where its words are longer than those of a contact.
 */
@Component
class MailFiles {

    private final WaitingMails mails;
    private final Attachments attachments;
    private final Tickets tickets;
    private final Bureaus bureaus;
    private final MailClocks clocks;

    MailFiles(WaitingMails mails, Attachments attachments, Tickets tickets, Bureaus bureaus, MailClocks clocks) {
        this.mails = mails;
        this.attachments = attachments;
        this.tickets = tickets;
        this.bureaus = bureaus;
        this.clocks = clocks;
    }

    /** Finishes the mail that a contact was, if it was one, in the running transaction. */
    void place(Actor actor, Contact contact) {
        if (mails.finish(actor, contact.id().value(), mail -> placed(actor, contact.matter(), mail))) {
            clocks.stop(actor, contact.id().value());
        }
    }

    private boolean placed(Actor actor, Contact.Matter matter, IncomingMail mail) {
        TicketId ticket = matter.about();
        boolean fits = MailWords.fits(mail);
        if (mail.attachments().isEmpty() || ticket == null) {
            return mail.attachments().isEmpty() && fits;
        }
        // Whoever may record the contact may do so with its files, whoever's the ticket is.
        Actor product = bureaus.command(bureaus.get(actor.bureau()));
        Words words = Words.of(actor.language());
        List<String> left = new ArrayList<>();
        for (MailAttachment file : mail.attachments()) {
            String why = refusal(product, words, new Holder("ticket", ticket.value()), file);
            if (why != null) {
                left.add(words.text("contact.mail.left.file", file.name(), why));
            }
        }
        if (!left.isEmpty()) {
            tickets.note(product, ticket, words.text("contact.mail.left") + "\n" + String.join("\n", left));
        }
        return left.isEmpty() && fits;
    }

    private @Nullable String refusal(Actor product, Words words, Holder holder, MailAttachment file) {
        byte[] content = file.content();
        if (content == null) {
            return words.text("mail.attachment." + file.refused());
        }
        try {
            attachments.add(product, holder, new Sent(file.name(), "", new ByteArrayInputStream(content)));
            return null;
        } catch (Problem refused) {
            return words.text("problem." + refused.code(), refused.arguments());
        }
    }
}
