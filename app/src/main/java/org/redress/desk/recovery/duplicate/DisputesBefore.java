package org.redress.desk.recovery.duplicate;

import java.time.LocalDate;
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
import org.redress.desk.recovery.DecidedDispute;
import org.redress.desk.recovery.DecidedDisputes;
import org.redress.desk.recovery.duplicate.Earlier.Likeness;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/**
 * Finds the bills that were put right for the customer of a ticket, for its matter or not long ago for another, whoever asks:
 * who gives has to know of them.
 */
@Component
class DisputesBefore {

    private final List<DecidedDisputes> decided;
    private final TicketBoard board;
    private final Bureaus bureaus;

    DisputesBefore(List<DecidedDisputes> decided, TicketBoard board, Bureaus bureaus) {
        this.decided = List.copyOf(decided);
        this.board = board;
        this.bureaus = bureaus;
    }

    /** @param since from which day on those of other matters count */
    List<EarlierDispute> of(Actor actor, Ticket ticket, Set<TicketId> joined, Set<TicketId> parted, LocalDate since) {
        List<TicketId> matter =
                Stream.concat(joined.stream(), parted.stream()).distinct().toList();
        List<DecidedDispute> found = decided.stream()
                .flatMap(one -> Stream.concat(
                        one.of(actor, matter).stream(),
                        elsewhere(actor, one, ticket.customer(), since)
                                .filter(other -> !matter.contains(other.ticket()))))
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        List<TicketId> theirs = found.stream().map(DecidedDispute::ticket).toList();
        Map<TicketId, TicketCard> all = cards(bureaus.command(bureaus.get(actor.bureau())), theirs);
        Set<TicketId> readable = cards(actor, theirs).keySet();
        return found.stream()
                .filter(one -> sameCustomer(ticket.customer(), card(all, one).customer()))
                .map(one -> new EarlierDispute(
                        one,
                        likeness(ticket, one, joined, parted),
                        card(all, one).number(),
                        readable.contains(one.ticket())))
                .sorted(Comparator.comparing(EarlierDispute::likeness)
                        .thenComparing(one -> one.number().toString()))
                .toList();
    }

    private Map<TicketId, TicketCard> cards(Actor actor, Collection<TicketId> tickets) {
        return board.cards(actor, tickets).stream().collect(Collectors.toMap(TicketCard::id, Function.identity()));
    }

    private static TicketCard card(Map<TicketId, TicketCard> all, DecidedDispute one) {
        return Objects.requireNonNull(all.get(one.ticket()));
    }

    private static boolean sameCustomer(@Nullable CustomerId one, @Nullable CustomerId other) {
        return one == null || other == null || one.equals(other);
    }

    private static Stream<DecidedDispute> elsewhere(
            Actor actor, DecidedDisputes some, @Nullable CustomerId customer, LocalDate since) {
        return customer == null ? Stream.of() : some.of(actor, customer, since).stream();
    }

    private static Likeness likeness(Ticket ticket, DecidedDispute one, Set<TicketId> joined, Set<TicketId> parted) {
        if (ticket.id().equals(one.ticket())) {
            return Likeness.TICKET;
        }
        if (parted.contains(one.ticket())) {
            return Likeness.PARTED;
        }
        return joined.contains(one.ticket()) ? Likeness.JOINED : Likeness.CUSTOMER;
    }
}
