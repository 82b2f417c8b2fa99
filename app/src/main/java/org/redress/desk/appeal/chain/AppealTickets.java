package org.redress.desk.appeal.chain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketNumber;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.TelephoneNumber;
import org.springframework.stereotype.Component;

/** The ticket under which an appeal is worked on. */
@Component
class AppealTickets {

    private static final String SOURCE = "desk";

    private final Tickets tickets;
    private final Customers customers;

    AppealTickets(Tickets tickets, Customers customers) {
        this.tickets = tickets;
        this.customers = customers;
    }

    sealed interface Found {}

    record Bound(Ticket ticket) implements Found {}

    /** There is none, or it is another customer's. */
    record Other() implements Found {}

    /** The named one, taken up again where it had ended; a new one where none was named or that is not possible any more. */
    Found of(Actor actor, @Nullable TicketNumber named, Appeal.Grounds grounds) {
        if (named == null) {
            return new Bound(tickets.open(actor, matter(grounds, newcomer(actor, grounds))));
        }
        Ticket ticket = tickets.find(actor, named).orElse(null);
        CustomerId customer = ticket == null ? null : ticket.customer();
        if (ticket == null
                || customer == null
                || !customers.mentioned(actor, List.of(customer), grounds.appellant() + " " + grounds.reach())) {
            return new Other();
        }
        tickets.get(actor, ticket.id(), Action.WRITE);
        return new Bound(takenUp(actor, ticket, grounds)
                .orElseGet(() -> tickets.openFor(actor, matter(grounds, null), customer)));
    }

    private Optional<Ticket> takenUp(Actor actor, Ticket ticket, Appeal.Grounds grounds) {
        if (ticket.state().inHand()) {
            return Optional.of(ticket);
        }
        boolean again = Step.REOPEN.from().contains(ticket.state());
        return again
                        && tickets.step(actor, ticket.id(), ticket.version(), Step.REOPEN, cut(grounds.matter()))
                                instanceof StepResult.Done(Ticket now)
                ? Optional.of(now)
                : Optional.empty();
    }

    private static String cut(String words) {
        int most = 500;
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }

    private static @Nullable CustomerDraft newcomer(Actor actor, Appeal.Grounds grounds) {
        String phone = TelephoneNumber.e164(grounds.reach(), actor.region());
        return grounds.appellant().isEmpty() && phone == null
                ? null
                : new CustomerDraft(
                        SOURCE,
                        null,
                        grounds.appellant().isEmpty() ? null : grounds.appellant(),
                        phone == null ? null : grounds.reach(),
                        phone,
                        null,
                        phone != null || grounds.reach().isEmpty() ? null : grounds.reach());
    }

    private static NewTicket matter(Appeal.Grounds grounds, @Nullable CustomerDraft customer) {
        String words = grounds.claim().isEmpty() ? grounds.matter() : grounds.matter() + "\n\n" + grounds.claim();
        return new NewTicket(TicketKind.COMPLAINT, Channel.REGULATOR, "", words, customer, null, null, null);
    }
}
