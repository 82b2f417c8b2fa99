package org.redress.desk.recovery.credit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.ledger.CompensationBatches;
import org.redress.desk.ticket.Joins;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/**
 * Finds who has it already. What a repair that took too long brought belongs to its line; what a person gave on a ticket that
 * tells of the same problem, or on one that is joined with such a ticket, stands in for all that is given by choice, and for the rent too where it was a rent waiver.
 */
@Component
class CreditGuard {

    private final CompensationBatches ledger;
    private final ServiceProblems problems;
    private final Joins joins;

    CreditGuard(CompensationBatches ledger, ServiceProblems problems, Joins joins) {
        this.ledger = ledger;
        this.joins = joins;
        this.problems = problems;
    }

    /**
     * What of a problem is compensated.
     *
     * @param lines whose rent is
     * @param choice who was given something by choice
     * @param rent who was given their rent by choice
     */
    record Known(Set<UUID> lines, Set<CustomerId> choice, Set<CustomerId> rent) {

        boolean has(UUID line, CustomerId customer) {
            return lines.contains(line) || rent.contains(customer);
        }
    }

    Known look(Actor actor, UUID problem, Collection<UUID> lines) {
        List<UUID> failures = new ArrayList<>();
        failures.add(CreditIdentity.choice(problem));
        lines.forEach(line -> failures.add(CreditIdentity.rent(problem, line)));
        Map<UUID, Map<CustomerId, Set<String>>> standing = ledger.standing(actor, failures);
        Set<UUID> has = new HashSet<>(lines.isEmpty() ? Set.of() : problems.waived(actor, problem, lines));
        lines.stream()
                .filter(line -> standing.containsKey(CreditIdentity.rent(problem, line)))
                .forEach(has::add);
        Map<CustomerId, Set<String>> byChoice =
                new HashMap<>(standing.getOrDefault(CreditIdentity.choice(problem), Map.of()));
        ledger.given(actor, joins.together(actor, problems.tickets(actor, problem)))
                .forEach((customer, types) -> byChoice.merge(
                        customer,
                        types,
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet())));
        Set<CustomerId> rent = new HashSet<>();
        byChoice.forEach((customer, types) -> {
            if (types.contains(RemedyKind.RENT_WAIVER.code())) {
                rent.add(customer);
            }
        });
        return new Known(has, Set.copyOf(byChoice.keySet()), rent);
    }
}
