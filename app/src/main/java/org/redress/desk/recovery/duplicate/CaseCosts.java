package org.redress.desk.recovery.duplicate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.Lineage;
import org.redress.desk.recovery.ledger.Basis;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/** Sums up what cases cost by choice. */
@Component
class CaseCosts {

    private final Compensations ledger;
    private final Neighbours neighbours;

    CaseCosts(Compensations ledger, Neighbours neighbours) {
        this.ledger = ledger;
        this.neighbours = neighbours;
    }

    Map<CompensationId, Besides> of(Actor product, Collection<Compensation> all) {
        Map<TicketId, Set<TicketId>> joined = neighbours.joined(
                product,
                all.stream().map(Compensation::ticket).filter(Objects::nonNull).toList());
        Map<TicketId, Set<TicketId>> parted = neighbours.parted(product, joined);
        List<TicketId> tickets = Stream.concat(joined.values().stream(), parted.values().stream())
                .flatMap(Set::stream)
                .distinct()
                .toList();
        Map<TicketId, List<Compensation>> given = ledger.ofTickets(product, tickets).stream()
                .filter(CaseCosts::byChoice)
                .collect(Collectors.groupingBy(other -> Objects.requireNonNull(other.ticket())));
        Map<CompensationId, List<Compensation>> alike = alike(product, all, joined, parted);
        return all.stream()
                .collect(Collectors.toMap(
                        Compensation::id,
                        one -> besides(
                                one, of(one.ticket(), joined), of(one.ticket(), parted), given, of(one.id(), alike)),
                        (first, same) -> first));
    }

    private static boolean byChoice(Compensation one) {
        return one.basis() == Basis.GOODWILL && !DuplicateGuard.OVER.contains(one.account());
    }

    private static Set<TicketId> of(@Nullable TicketId ticket, Map<TicketId, Set<TicketId>> sets) {
        return ticket == null ? Set.of() : sets.getOrDefault(ticket, Set.of());
    }

    private static List<Compensation> of(CompensationId id, Map<CompensationId, List<Compensation>> lists) {
        return lists.getOrDefault(id, List.of());
    }

    /** What was given for what may be the same type of failure on other tickets that were open at the same time. */
    private Map<CompensationId, List<Compensation>> alike(
            Actor product,
            Collection<Compensation> all,
            Map<TicketId, Set<TicketId>> joined,
            Map<TicketId, Set<TicketId>> parted) {
        Set<CustomerId> customers = all.stream()
                .filter(one -> one.ticket() != null)
                .map(Compensation::customer)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Compensation> theirs = ledger.ofCustomers(product, customers, neighbours.since(product)).stream()
                .filter(other -> byChoice(other) && other.ticket() != null)
                .toList();
        Map<CompensationId, List<Compensation>> alike = all.stream()
                .collect(Collectors.toMap(
                        Compensation::id,
                        one -> theirs.stream()
                                .filter(other -> sameCustomer(one, other)
                                        && !of(one.ticket(), joined).contains(other.ticket())
                                        && !of(one.ticket(), parted).contains(other.ticket()))
                                .toList(),
                        (first, same) -> first));
        List<TicketId> asked = all.stream()
                .filter(one -> !of(one.id(), alike).isEmpty())
                .flatMap(one -> Stream.concat(Stream.of(one), of(one.id(), alike).stream()))
                .map(Compensation::ticket)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<TicketId, TicketCard> cards = neighbours.cards(product.bureau(), asked);
        Lineage lineage = neighbours.lineage(product.bureau());
        return all.stream()
                .collect(Collectors.toMap(
                        Compensation::id,
                        one -> of(one.id(), alike).stream()
                                .filter(other -> Alike.atOnce(lineage, card(cards, one), card(cards, other)))
                                .toList(),
                        (first, same) -> first));
    }

    private static boolean sameCustomer(Compensation one, Compensation other) {
        return one.ticket() != null && one.customer() != null && one.customer().equals(other.customer());
    }

    private static TicketCard card(Map<TicketId, TicketCard> cards, Compensation one) {
        return Objects.requireNonNull(cards.get(Objects.requireNonNull(one.ticket())));
    }

    private static Besides besides(
            Compensation one,
            Set<TicketId> joined,
            Set<TicketId> parted,
            Map<TicketId, List<Compensation>> given,
            List<Compensation> alike) {
        List<Compensation> others = Stream.concat(
                        Stream.concat(joined.stream(), parted.stream())
                                .flatMap(ticket -> given.getOrDefault(ticket, List.of()).stream())
                                .filter(other -> !other.id().equals(one.id())
                                        && (Objects.equals(one.ticket(), other.ticket())
                                                || DuplicateGuard.sameCustomer(one.customer(), other))),
                        alike.stream())
                .toList();
        return new Besides(
                others.stream()
                        .map(Compensation::sum)
                        .reduce(Money.zero(one.sum().getCurrencyUnit()), Money::plus),
                !alike.isEmpty() || others.stream().map(Compensation::ticket).anyMatch(parted::contains));
    }
}
