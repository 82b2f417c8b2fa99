package org.redress.ground.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.redress.platform.web.Problem;

/**
 * Another number for a rule.
 *
 * @param validFrom first day on which it holds
 * @param source where it is written, in the words of whoever enters it
 */
public record Revision(String code, String jurisdiction, BigDecimal amount, LocalDate validFrom, String source) {

    private static final int LONGEST_SOURCE = 300;
    private static final int FARTHEST_YEARS = 10;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

    /** Refuses what cannot be: a limit of no time, a part of what is counted, a first day out of reach, no source. */
    void check(Rule now, LocalDate today) {
        boolean time = now.unit().isTime();
        if (amount.signum() < 0
                || amount.compareTo(LARGEST) > 0
                || time && amount.signum() == 0
                || now.unit().isWhole() && amount.stripTrailingZeros().scale() > 0) {
            throw Problem.invalid(
                    time ? "rule.amount.time" : now.unit().isWhole() ? "rule.amount.whole" : "rule.amount", "amount");
        }
        if (validFrom.isBefore(now.validFrom()) || validFrom.isAfter(today.plusYears(FARTHEST_YEARS))) {
            throw Problem.invalid(
                    "rule.from",
                    "from",
                    now.validFrom().toString(),
                    today.plusYears(FARTHEST_YEARS).toString());
        }
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw Problem.invalid("rule.source", "source", LONGEST_SOURCE);
        }
    }
}
