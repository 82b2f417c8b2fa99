package org.redress.ground.rulebook;

import org.redress.platform.text.Words;

/**
 * A time limit: so many hours or days, elapsed or of working time. An elapsed day is 24 hours; a working day is one day
 * of the calendar on which somebody works, however long.
 *
 * @param amount more than 0
 * @param unit one that {@linkplain Unit#isTime() measures time}
 */
public record Limit(int amount, Unit unit) {

    public Limit {
        if (amount <= 0 || !unit.isTime()) {
            throw new IllegalArgumentException("no time limit: " + amount + " " + unit);
        }
    }

    public static Limit elapsedHours(int hours) {
        return new Limit(hours, Unit.ELAPSED_HOURS);
    }

    public static Limit elapsedDays(int days) {
        return new Limit(days, Unit.ELAPSED_DAYS);
    }

    public static Limit workingHours(int hours) {
        return new Limit(hours, Unit.WORKING_HOURS);
    }

    public static Limit workingDays(int days) {
        return new Limit(days, Unit.WORKING_DAYS);
    }

    public String text(Words words) {
        return words.text("unit." + unit, amount);
    }
}
