package org.redress.desk.recovery.budget;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * A budget.
 *
 * @param unit that it pays for with all units below that have none of their own; null for the whole bureau
 * @param endDay the first day after it
 * @param holder who says yes to going over it
 */
public record Budget(
        UUID id,
        @Nullable UnitId unit,
        Span span,
        LocalDate firstDay,
        LocalDate endDay,
        Money sum,
        StaffId holder,
        int version) {}
