package org.redress.desk.dispute.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/** What the customer of a dispute was given for the same matter already: whoever decides a claim has to know of it. */
@Component
class GivenMoney {

    private final Remedies remedies;
    private final Joins joins;
    private final TicketBoard board;
    private final Bureaus bureaus;

    GivenMoney(Remedies remedies, Joins joins, TicketBoard board, Bureaus bureaus) {
        this.remedies = remedies;
        this.joins = joins;
        this.board = board;
        this.bureaus = bureaus;
    }

    /** What stands or waits for a yes, the latest first; on joined tickets that of the same customer. */
    List<GivenBeside> of(Actor actor, Ticket ticket) {
        Set<TicketId> matter = joins.joined(actor, List.of(ticket.id())).getOrDefault(ticket.id(), Set.of(ticket.id()));
        List<Remedy> money = remedies.of(actor, matter).values().stream()
                .flatMap(List::stream)
                .filter(one -> one.sum() != null && (one.stands() || one.waits()))
                .toList();
        if (money.isEmpty()) {
            return List.of();
        }
        Set<TicketId> theirs = money.stream().map(Remedy::ticket).collect(Collectors.toSet());
        Map<TicketId, TicketCard> all = cards(bureaus.command(bureaus.get(actor.bureau())), theirs);
        Set<TicketId> readable = cards(actor, theirs).keySet();
        return money.stream()
                .filter(one -> sameCustomer(ticket.customer(), card(all, one).customer()))
                .map(one -> new GivenBeside(one, card(all, one).number(), readable.contains(one.ticket())))
                .sorted(Comparator.comparing((GivenBeside one) -> one.remedy().givenAt())
                        .reversed())
                .toList();
    }

    private Map<TicketId, TicketCard> cards(Actor actor, Collection<TicketId> tickets) {
        return board.cards(actor, tickets).stream().collect(Collectors.toMap(TicketCard::id, Function.identity()));
    }

    private static TicketCard card(Map<TicketId, TicketCard> all, Remedy one) {
        return Objects.requireNonNull(all.get(one.ticket()));
    }

    private static boolean sameCustomer(@Nullable CustomerId one, @Nullable CustomerId other) {
        return one == null || other == null || one.equals(other);
    }
}
