package org.redress.desk.contact;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.IncomingMail;
import org.redress.ground.notification.WaitingMails;
import org.springframework.stereotype.Component;

/** Finds the ticket of a mail by what became of the mails before it in its thread. */
@Component
class MailThreads {

    private final WaitingMails mails;
    private final ContactRows contacts;

    MailThreads(WaitingMails mails, ContactRows contacts) {
        this.mails = mails;
        this.contacts = contacts;
    }

    /** That of the nearest one; a mail has the id of the contact that it became. */
    Optional<TicketId> ticket(Actor actor, IncomingMail mail) {
        List<UUID> before = mails.before(actor, mail);
        Map<UUID, Contact> became = contacts.of(actor.bureau(), before).stream()
                .collect(Collectors.toMap(contact -> contact.id().value(), Function.identity()));
        return before.stream()
                .map(became::get)
                .filter(Objects::nonNull)
                .map(contact -> matter(contact.matter()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable TicketId matter(Contact.Matter matter) {
        return matter.ticket() != null ? matter.ticket() : matter.earlier();
    }
}
