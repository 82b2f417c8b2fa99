package org.redress.desk.recovery.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.FailureIdentity;
import org.redress.desk.recovery.Lineage;
import org.redress.desk.recovery.duplicate.Earlier.Likeness;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Basis;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/**
 * Finds what the customer of a ticket was given for what may be the same failure: on this ticket, on one that is joined with
 * it or was not long ago, for an outage that one of them tells of or that hit a line of theirs, or for the same type of
 * failure within the window of the rulebook, whether the tickets were open at the same time or not; where nobody knows the type
 * of one of two tickets, if they were. Types are those that the tickets have now. And which bills were put right on these
 * tickets, or for this customer within that window. What was reversed, refused or taken back does not count.
 */
@Component
public class DuplicateGuard {

    static final Set<Account> OVER = Set.of(Account.REVERSED, Account.REFUSED);

    private final Compensations ledger;
    private final Neighbours neighbours;
    private final CaseCosts costs;
    private final TicketBoard board;
    private final Tickets tickets;
    private final Bureaus bureaus;
    private final List<FailureIdentity> identities;
    private final DisputesBefore disputes;

    DuplicateGuard(
            Compensations ledger,
            Neighbours neighbours,
            CaseCosts costs,
            TicketBoard board,
            Tickets tickets,
            Bureaus bureaus,
            List<FailureIdentity> identities,
            DisputesBefore disputes) {
        this.tickets = tickets;
        this.bureaus = bureaus;
        this.ledger = ledger;
        this.neighbours = neighbours;
        this.costs = costs;
        this.board = board;
        this.identities = List.copyOf(identities);
        this.disputes = disputes;
    }

    /** The identity of what failed besides the ticket, its own before that of one that is joined with it, or null. */
    public @Nullable UUID failure(Actor actor, TicketId ticket) {
        Map<TicketId, UUID> known = failures(actor, joined(actor, ticket));
        return known.containsKey(ticket)
                ? known.get(ticket)
                : known.values().stream().min(Comparator.naturalOrder()).orElse(null);
    }

    private Map<TicketId, UUID> failures(Actor actor, Collection<TicketId> tickets) {
        Map<TicketId, UUID> known = new HashMap<>();
        identities.forEach(one -> one.of(actor, tickets).forEach(known::putIfAbsent));
        return known;
    }

    /** The type of the failure as it is known: decided, else suggested, else null. */
    public static @Nullable String type(Ticket ticket) {
        if (ticket.classified() != null) {
            return ticket.classified().type();
        }
        return ticket.suggestion() == null ? null : ticket.suggestion().type();
    }

    /**
     * What else the case of each compensation costs by choice: on its ticket, and to the same customer on those that are joined
     * with it or were within the window of the rulebook, and on those with the same type of failure within the window that were
     * open at the same time. A bill that was put right is not among it: what was never owed is no kindness, and takes nothing
     * from what may be given as one. As many queries for many as for one.
     */
    public Map<CompensationId, Besides> besides(BureauId bureau, Collection<Compensation> all) {
        return costs.of(bureaus.command(bureaus.get(bureau)), all);
    }

    /** What the customer has had before for what may be the same failure as a compensation, apart from it. */
    public EarlierCases before(Actor actor, Compensation one) {
        if (one.ticket() == null) {
            return EarlierCases.NONE;
        }
        EarlierCases all = look(actor, tickets.get(actor, one.ticket()));
        return new EarlierCases(
                all.given().stream()
                        .filter(earlier -> !earlier.compensation().id().equals(one.id()))
                        .toList(),
                all.disputes());
    }

    /** Whether the same failure is compensated by choice, for certain, by something else that stands. */
    public boolean twice(BureauId bureau, Compensation one) {
        return before(bureaus.command(bureaus.get(bureau)), one).byChoice().stream()
                .anyMatch(earlier -> earlier.likeness().same()
                        && earlier.compensation().account().stands());
    }

    private Set<TicketId> joined(Actor actor, TicketId ticket) {
        return neighbours.joined(actor, List.of(ticket)).getOrDefault(ticket, Set.of(ticket));
    }

    /** What the customer has had before; in a fixed number of queries. */
    public EarlierCases look(Actor actor, Ticket ticket) {
        Set<TicketId> own = joined(actor, ticket.id());
        Set<TicketId> parted =
                neighbours.parted(actor, Map.of(ticket.id(), own)).getOrDefault(ticket.id(), Set.of());
        return new EarlierCases(
                given(actor, ticket, own, parted), disputes.of(actor, ticket, own, parted, neighbours.since(actor)));
    }

    private List<Earlier> given(Actor actor, Ticket ticket, Set<TicketId> own, Set<TicketId> parted) {
        Map<CompensationId, Likeness> likeness = new HashMap<>();
        List<Compensation> found = new ArrayList<>();
        Set<UUID> failures = Set.copyOf(failures(actor, own).values());
        for (Compensation one : ledger.ofTickets(
                actor, Stream.concat(own.stream(), parted.stream()).toList())) {
            if (ticket.id().equals(one.ticket())) {
                add(found, likeness, one, Likeness.TICKET);
            } else if (sameCustomer(ticket.customer(), one)) {
                add(found, likeness, one, parted.contains(one.ticket()) ? Likeness.PARTED : Likeness.JOINED);
            }
        }
        if (ticket.customer() != null) {
            LocalDate since = neighbours.since(actor);
            List<Compensation> others = new ArrayList<>();
            for (Compensation one : ledger.ofCustomer(actor, ticket.customer(), since, failures)) {
                if (one.failure() != null && failures.contains(one.failure())) {
                    add(found, likeness, one, Likeness.FAILURE);
                } else if (one.basis() == Basis.RUN) {
                    add(found, likeness, one, Likeness.RUN);
                } else if (!one.day().isBefore(since)) {
                    others.add(one);
                }
            }
            byType(actor, ticket, others).forEach((one, alike) -> add(found, likeness, one, alike));
        }
        return shown(actor, found, likeness);
    }

    /** Those of some that may have been given for the same type of failure, in their order. */
    private Map<Compensation, Likeness> byType(Actor actor, Ticket ticket, List<Compensation> others) {
        Map<Compensation, Likeness> alike = new LinkedHashMap<>();
        if (others.isEmpty()) {
            return alike;
        }
        Map<TicketId, TicketCard> cards = neighbours.cards(
                actor.bureau(),
                Stream.concat(
                                Stream.of(ticket.id()),
                                others.stream().map(Compensation::ticket).filter(Objects::nonNull))
                        .distinct()
                        .toList());
        TicketCard own = Objects.requireNonNull(cards.get(ticket.id()));
        Lineage lineage = neighbours.lineage(actor.bureau());
        for (Compensation one : others) {
            TicketCard other = one.ticket() == null ? null : cards.get(one.ticket());
            if (other != null && Alike.atOnce(lineage, own, other)) {
                alike.put(one, Likeness.OPEN_AT_ONCE);
            } else if (Alike.of(lineage, Alike.type(own), other == null ? one.failureType() : Alike.type(other))
                    == Alike.SAME) {
                alike.put(one, Likeness.TYPE);
            }
        }
        return alike;
    }

    static boolean sameCustomer(@Nullable CustomerId customer, Compensation one) {
        return customer == null || one.customer() == null || customer.equals(one.customer());
    }

    private static void add(
            List<Compensation> found, Map<CompensationId, Likeness> known, Compensation one, Likeness likeness) {
        if (!OVER.contains(one.account()) && known.merge(one.id(), likeness, DuplicateGuard::surer) == likeness) {
            if (found.stream().noneMatch(before -> before.id().equals(one.id()))) {
                found.add(one);
            }
        }
    }

    private static Likeness surer(Likeness one, Likeness other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private List<Earlier> shown(Actor actor, List<Compensation> found, Map<CompensationId, Likeness> likeness) {
        List<TicketId> tickets = found.stream()
                .map(Compensation::ticket)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<TicketId, TicketCard> cards = tickets.isEmpty()
                ? Map.of()
                : board.cards(actor, tickets).stream().collect(Collectors.toMap(TicketCard::id, Function.identity()));
        return found.stream()
                .map(one -> new Earlier(
                        one,
                        Objects.requireNonNull(likeness.get(one.id())),
                        one.ticket() == null ? null : cards.get(one.ticket())))
                .sorted(Comparator.comparing(Earlier::owed).thenComparing(Earlier::likeness))
                .toList();
    }
}
