package org.redress.desk.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/**
 * Finds the earlier ticket of a customer that failed in the same way: of the same type, or, where this one says that a
 * repair has failed again, of any type that is repaired; and one that failed in another way. Tickets that are joined are one
 * failure; one that was rejected or cancelled is none. An outage that hit a line of theirs is a failure of the line, whether they
 * called or not; where a ticket tells of it, it is that of the ticket.
 */
@Component
public class RepeatedFailures {

    static final String WINDOW = "repeat.window";
    private static final String FAILED_AGAIN = "repair-failed-again";
    private static final Set<String> OF_THE_LINE = Set.of("no-service", "unstable-connection");
    private static final Set<String> REPAIRED = Set.of("slow-unavailable", "product-defect", "alterations-repairs");
    private static final int LOOKED_AT = 50;
    private static final Set<TicketState> NOTHING_FAILED = EnumSet.of(TicketState.REJECTED, TicketState.CANCELLED);

    private final Tickets tickets;
    private final TicketBoard board;
    private final Joins joins;
    private final Rulebook rulebook;
    private final Remedies remedies;
    private final FailureTypes types;
    private final List<FailureIdentity> identities;
    private final List<HitsBefore> hits;

    RepeatedFailures(
            Tickets tickets,
            TicketBoard board,
            Joins joins,
            Rulebook rulebook,
            Remedies remedies,
            FailureTypes types,
            List<FailureIdentity> identities,
            List<HitsBefore> hits) {
        this.tickets = tickets;
        this.board = board;
        this.joins = joins;
        this.rulebook = rulebook;
        this.remedies = remedies;
        this.types = types;
        this.identities = List.copyOf(identities);
        this.hits = List.copyOf(hits);
    }

    /** The latest earlier ticket of the same customer and type within the window that held when this one came in. */
    public Optional<RepeatedFailure> find(Actor actor, TicketId id) {
        return Optional.ofNullable(before(actor, id).same());
    }

    /** Whether the same failed before, on a ticket or in an outage. */
    public boolean again(Actor actor, TicketId id) {
        return count(actor, id) > 0;
    }

    /** The latest of the same, and the latest one with another type of failure. */
    FailuresBefore before(Actor actor, TicketId id) {
        Earlier earlier = earlier(actor, id);
        return new FailuresBefore(
                earlier.same().stream()
                        .findFirst()
                        .map(card -> new RepeatedFailure(card, earlier.days(), standing(actor, card)))
                        .orElse(null),
                earlier.other().stream().findFirst().orElse(null),
                earlier.hits().stream().findFirst().orElse(null),
                earlier.lineAgain(),
                earlier.days());
    }

    /** How many such matters there are, outages too; joined tickets are one. Of the last fifty of this customer. */
    public int count(Actor actor, TicketId id) {
        Earlier earlier = earlier(actor, id);
        return earlier.same().size() + (earlier.lineAgain() ? earlier.hits().size() : 0);
    }

    /**
     * Earlier matters, each by its latest ticket, the latest first.
     *
     * @param same with the same type of failure
     * @param other with another one
     * @param hits outages of which no ticket tells
     * @param lineAgain whether those failed in the same way
     */
    private record Earlier(
            int days, List<TicketCard> same, List<TicketCard> other, List<Hit> hits, boolean lineAgain) {}

    private Earlier earlier(Actor actor, TicketId id) {
        Ticket ticket = tickets.get(actor, id);
        String type = type(
                ticket.classified() == null ? null : ticket.classified().type(),
                ticket.suggestion() == null ? null : ticket.suggestion().type());
        Instant received = ticket.origin().receivedAt();
        int days = rulebook.days(actor.bureau(), WINDOW, LocalDate.ofInstant(received, actor.zone()));
        if (ticket.customer() == null || type == null) {
            return new Earlier(days, List.of(), List.of(), List.of(), false);
        }
        Instant since = received.minus(Duration.ofDays(days));
        TicketId matter = joins.lead(actor, id);
        Set<TicketId> seen = new HashSet<>(Set.of(matter));
        Set<String> same = sameAs(actor, type);
        List<TicketCard> failed = board.ofCustomer(actor, ticket.customer(), LOOKED_AT).stream()
                .filter(card -> !card.id().equals(id) && failed(card))
                .filter(card -> !card.receivedAt().isAfter(received)
                        && !card.receivedAt().isBefore(since))
                .toList();
        return new Earlier(
                days,
                matters(failed, card -> same.contains(type(card)), seen),
                matters(failed, card -> !same.contains(type(card)), seen),
                silent(actor, id, failed, hits(actor, ticket.customer(), since, received)),
                OF_THE_LINE.stream().anyMatch(same::contains));
    }

    private List<Hit> hits(Actor actor, CustomerId customer, Instant since, Instant until) {
        return hits.stream()
                .flatMap(one -> one.of(actor, customer, since, until).stream())
                .toList();
    }

    /** Those of which neither this matter tells nor an earlier ticket. */
    private List<Hit> silent(Actor actor, TicketId id, List<TicketCard> earlier, List<Hit> hits) {
        if (hits.isEmpty()) {
            return hits;
        }
        List<TicketId> telling = Stream.concat(
                        joins.together(actor, List.of(id)).stream(),
                        earlier.stream().map(TicketCard::id))
                .distinct()
                .toList();
        Set<UUID> told = identities.stream()
                .flatMap(one -> one.of(actor, telling).values().stream())
                .collect(Collectors.toSet());
        return hits.stream().filter(one -> !told.contains(one.problem())).toList();
    }

    /** Whether the type of its failure is known, and it was neither rejected nor cancelled. */
    static boolean failed(TicketCard card) {
        return !type(card).isEmpty() && !NOTHING_FAILED.contains(card.state());
    }

    /** One ticket for each matter, the first of them. */
    static List<TicketCard> matters(List<TicketCard> cards) {
        return matters(cards, card -> true, new HashSet<>());
    }

    /** One ticket for each matter that was not seen yet. */
    private static List<TicketCard> matters(List<TicketCard> cards, Predicate<TicketCard> which, Set<TicketId> seen) {
        return cards.stream()
                .filter(which)
                .filter(card -> seen.add(card.lead() == null ? card.id() : card.lead()))
                .toList();
    }

    private List<Remedy> standing(Actor actor, TicketCard card) {
        return remedies.of(actor, List.of(card.id())).getOrDefault(card.id(), List.of()).stream()
                .filter(Remedy::stands)
                .toList();
    }

    /** A type that was split or renamed is the same failure still. */
    private Set<String> sameAs(Actor actor, String type) {
        Set<String> family = types.taxonomy(actor.bureau()).lineage().family(type);
        return family.contains(FAILED_AGAIN)
                ? types.ever(actor, REPAIRED).stream().map(FailureType::code).collect(Collectors.toSet())
                : family;
    }

    /** As decided, or else as the words suggest; empty where neither says. */
    static String type(TicketCard card) {
        String type = type(card.type(), card.suggestedType());
        return type == null ? "" : type;
    }

    private static @Nullable String type(@Nullable String decided, @Nullable String suggested) {
        return decided == null ? suggested : decided;
    }
}
