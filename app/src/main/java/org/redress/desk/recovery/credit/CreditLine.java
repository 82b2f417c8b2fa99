package org.redress.desk.recovery.credit;

import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.ground.party.CustomerId;

/**
 * A line in a run.
 *
 * @param statutory whether a law owes its sum
 * @param sum the rent of the time
 * @param why nothing is given for it, or null
 * @param compensation its id in the ledger
 */
record CreditLine(
        UUID line,
        CustomerId customer,
        String label,
        Money rent,
        boolean statutory,
        Money sum,
        CreditShare.@Nullable Why why,
        CompensationId compensation) {}
