package org.redress.desk.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;

/** The matter that a contact is about: found through the join at any depth, added to, or taken up again. */
@Component
class Matters {

    private final Tickets tickets;
    private final Joins joins;

    Matters(Tickets tickets, Joins joins) {
        this.tickets = tickets;
        this.joins = joins;
    }

    /** Adds the words to the ticket that leads this one, else to this one; where neither is in hand, nothing is changed. */
    Found speak(Actor actor, TicketId named, Channel channel, String words) {
        tickets.get(actor, named);
        TicketId lead = joins.lead(actor, named);
        for (TicketId one : lead.equals(named) ? List.of(named) : List.of(lead, named)) {
            if (tickets.spoke(actor, one, channel, words) instanceof StepResult.Done) {
                return new Found(Outcome.ADDED, new Contact.Matter(one, null, other(named, one)));
            }
        }
        return new Found(Outcome.WAITING, new Contact.Matter(null, lead, other(named, lead)));
    }

    record Found(Outcome outcome, Contact.Matter matter) {}

    private static @Nullable TicketId other(TicketId named, TicketId matter) {
        return named.equals(matter) ? null : named;
    }

    /**
     * Takes a matter up again: what was resolved, or closed not too long ago, goes on with the person who answers for it; for
     * what had ended otherwise a new ticket is opened, for which whoever says yes answers.
     */
    TicketId takeUp(Actor actor, TicketId earlier, Contact contact) {
        Ticket ticket = tickets.get(actor, earlier, Action.WRITE);
        while (Step.REOPEN.from().contains(ticket.state())
                && tickets.step(actor, earlier, ticket.version(), Step.REOPEN, cut(contact.words()))
                        instanceof StepResult.Stale(Ticket now)) {
            ticket = now;
        }
        if (tickets.spoke(actor, earlier, contact.channel(), contact.words()) instanceof StepResult.Done) {
            return earlier;
        }
        NewTicket again = new NewTicket(
                ticket.kind(),
                contact.channel(),
                ticket.subject(),
                contact.words(),
                null,
                ticket.origin().place(),
                ticket.origin().postalCode(),
                contact.spokenAt());
        return (contact.customer() == null
                        ? tickets.open(actor, again)
                        : tickets.openFor(actor, again, contact.customer()))
                .id();
    }

    private static String cut(String words) {
        return words.length() <= Typed.TEXT
                ? words
                : words.substring(0, words.offsetByCodePoints(0, Typed.TEXT / 2)) + "…";
    }
}
