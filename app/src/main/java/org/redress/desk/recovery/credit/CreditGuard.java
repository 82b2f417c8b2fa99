package org.redress.desk.recovery.credit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.ledger.CompensationBatches;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/**
 * Finds who has it already. What a repair that took too long brought belongs to its line; what a person gave on a ticket for the
 * same problem stands in for all that is given by choice, and for the rent too where it was a rent waiver.
 */
@Component
class CreditGuard {

    private final CompensationBatches ledger;
    private final ServiceProblems problems;

    CreditGuard(CompensationBatches ledger, ServiceProblems problems) {
        this.ledger = ledger;
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
        Map<CustomerId, Set<String>> byChoice = standing.getOrDefault(CreditIdentity.choice(problem), Map.of());
        Set<CustomerId> rent = new HashSet<>();
        byChoice.forEach((customer, types) -> {
            if (types.contains(RemedyKind.RENT_WAIVER.code())) {
                rent.add(customer);
            }
        });
        return new Known(has, Set.copyOf(byChoice.keySet()), rent);
    }
}
