package org.redress.desk.recovery.pattern;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;

/**
 * A compensation in a pattern.
 *
 * @param giver who gave it, or by whose word it is owed
 * @param owed damages of a late installation
 */
public record PatternCase(
        UUID compensation,
        LocalDate day,
        StaffId giver,
        @Nullable CustomerId customer,
        @Nullable UUID ticket,
        String type,
        boolean owed,
        Money sum) {}
