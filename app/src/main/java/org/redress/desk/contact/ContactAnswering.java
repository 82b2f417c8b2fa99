package org.redress.desk.contact;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.springframework.stereotype.Component;

/** For a contact that came after the end of a matter answers whoever answers for that matter. */
@Component
class ContactAnswering implements Answering {

    private final ContactRows rows;
    private final TicketBoard board;
    private final Bureaus bureaus;

    ContactAnswering(ContactRows rows, TicketBoard board, Bureaus bureaus) {
        this.rows = rows;
        this.board = board;
        this.bureaus = bureaus;
    }

    @Override
    public String kind() {
        return Contacts.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> subjects) {
        List<Contact> contacts = rows.of(bureau, subjects);
        Map<TicketId, TicketCard> earlier = cards(bureau, contacts);
        Map<UUID, Matter> matters = new HashMap<>();
        for (Contact contact : contacts) {
            TicketCard ticket = contact.matter().earlier() == null
                    ? null
                    : earlier.get(contact.matter().earlier());
            if (ticket != null) {
                matters.put(contact.id().value(), matter(contact, ticket));
            }
        }
        return matters;
    }

    private Map<TicketId, TicketCard> cards(BureauId bureau, List<Contact> contacts) {
        List<TicketId> earlier = contacts.stream()
                .map(contact -> contact.matter().earlier())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return board.cards(bureaus.command(bureaus.get(bureau)), earlier).stream()
                .collect(Collectors.toMap(TicketCard::id, Function.identity()));
    }

    private static Matter matter(Contact contact, TicketCard ticket) {
        return new Matter(
                ticket.responsible(),
                ticket.unit(),
                ticket.number().toString(),
                ticket.subject(),
                "/contacts/" + contact.id().value());
    }
}
