package org.redress.desk.dispute.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.duplicate.DuplicateGuard;
import org.redress.desk.recovery.duplicate.Earlier;
import org.redress.desk.recovery.duplicate.Earlier.Likeness;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/** What the customer of a dispute was given for what may be the same matter: whoever decides a claim has to know of it. */
@Component
class GivenMoney {

    private final DuplicateGuard guard;
    private final Remedies remedies;
    private final Joins joins;
    private final TicketBoard board;
    private final Bureaus bureaus;

    GivenMoney(DuplicateGuard guard, Remedies remedies, Joins joins, TicketBoard board, Bureaus bureaus) {
        this.guard = guard;
        this.remedies = remedies;
        this.joins = joins;
        this.board = board;
        this.bureaus = bureaus;
    }

    /** What stands or waits for a yes, the latest first: through the ledger, and on this ticket and joined ones past it. */
    List<GivenBeside> of(Actor actor, Ticket ticket) {
        List<Earlier> ledger = guard.look(actor, ticket).given();
        List<Remedy> past = past(actor, ticket);
        Set<TicketId> tickets = Stream.concat(
                        ledger.stream().map(one -> one.compensation().ticket()).filter(Objects::nonNull),
                        past.stream().map(Remedy::ticket))
                .collect(Collectors.toSet());
        Map<TicketId, TicketCard> all = cards(bureaus.command(bureaus.get(actor.bureau())), tickets);
        Set<TicketId> readable = cards(actor, tickets).keySet();
        return Stream.concat(
                        ledger.stream().map(one -> of(one, all, readable)),
                        past.stream()
                                .filter(one -> sameCustomer(
                                        ticket.customer(),
                                        card(all, one.ticket()).customer()))
                                .map(one -> of(one, ticket, all, readable)))
                .sorted(Comparator.comparing(GivenBeside::at).reversed())
                .toList();
    }

    /** What is owed in another currency than the bureau's does not go through the ledger. */
    private List<Remedy> past(Actor actor, Ticket ticket) {
        Set<TicketId> matter = joins.joined(actor, List.of(ticket.id())).getOrDefault(ticket.id(), Set.of(ticket.id()));
        return remedies.of(actor, matter).values().stream()
                .flatMap(List::stream)
                .filter(one -> one.sum() != null && !one.paid() && one.stands())
                .toList();
    }

    private Map<TicketId, TicketCard> cards(Actor actor, Collection<TicketId> tickets) {
        return board.cards(actor, tickets).stream().collect(Collectors.toMap(TicketCard::id, Function.identity()));
    }

    private static TicketCard card(Map<TicketId, TicketCard> all, TicketId ticket) {
        return Objects.requireNonNull(all.get(ticket));
    }

    private static GivenBeside of(Earlier earlier, Map<TicketId, TicketCard> all, Set<TicketId> readable) {
        Compensation one = earlier.compensation();
        return new GivenBeside(
                one.proposedAt(),
                one.sum(),
                one.type(),
                one.account() == Account.PENDING,
                earlier.likeness(),
                one.ticket() == null ? null : on(one.ticket(), all, readable));
    }

    private static GivenBeside of(Remedy one, Ticket ticket, Map<TicketId, TicketCard> all, Set<TicketId> readable) {
        return new GivenBeside(
                one.givenAt(),
                Objects.requireNonNull(one.sum()),
                one.kind().code(),
                false,
                one.ticket().equals(ticket.id()) ? Likeness.TICKET : Likeness.JOINED,
                on(one.ticket(), all, readable));
    }

    private static GivenBeside.On on(TicketId ticket, Map<TicketId, TicketCard> all, Set<TicketId> readable) {
        return new GivenBeside.On(ticket, card(all, ticket).number(), readable.contains(ticket));
    }

    private static boolean sameCustomer(@Nullable CustomerId one, @Nullable CustomerId other) {
        return one == null || other == null || one.equals(other);
    }
}
