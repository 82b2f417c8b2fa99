package org.redress.desk.recovery.credit;

import java.time.ZoneId;
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
import org.redress.desk.recovery.DeadTime;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.ledger.CompensationBatches;
import org.redress.desk.ticket.Joins;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/**
 * Finds who has it already. What a repair that took too long brought belongs to its line and to the time that it was for; what
 * a person gave on a ticket that tells of the same problem, or on one that is joined with such a ticket, stands in for all that
 * is given by choice, and for the rent too where it was a rent waiver.
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
     * @param waived for which parts of the problem's time the rent of lines is
     * @param choice who was given something by choice
     * @param pending who may be given something by choice, which waits for a yes
     * @param rent who was given their rent by choice
     */
    record Known(
            Set<UUID> lines,
            Map<UUID, List<DeadTime>> waived,
            Set<CustomerId> choice,
            Set<CustomerId> pending,
            Set<CustomerId> rent) {

        /** What is left of a line. */
        CreditLine left(CreditLine one, ZoneId zone) {
            boolean compensated = lines.contains(one.line()) || rent.contains(one.customer());
            return one.without(waived.getOrDefault(one.line(), List.of()), compensated, zone);
        }
    }

    Known look(Actor actor, ServiceProblem of, Collection<UUID> lines) {
        UUID problem = of.id();
        List<UUID> failures = new ArrayList<>();
        failures.add(CreditIdentity.choice(problem));
        lines.forEach(line -> failures.add(CreditIdentity.rent(problem, line)));
        Map<UUID, Map<CustomerId, Set<String>>> standing = ledger.standing(actor, failures);
        Map<UUID, List<DeadTime>> waived = lines.isEmpty() ? Map.of() : problems.waived(actor, of.time(), lines);
        Set<UUID> has = new HashSet<>();
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
        return new Known(
                has,
                waived,
                Set.copyOf(byChoice.keySet()),
                ledger.pending(actor, CreditIdentity.choice(problem)),
                rent);
    }
}
