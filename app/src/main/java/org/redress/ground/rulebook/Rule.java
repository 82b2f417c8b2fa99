package org.redress.ground.rulebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;

/**
 * One version of a rule. A version is never changed: another number is another version with its own first day.
 *
 * @param code what it is about, e.g. {@code complaint.reply}
 * @param jurisdiction whose rule it is: an ISO 3166 code such as {@code CN} or {@code CN-HA}, or {@link #HOUSE}
 * @param version counts from 1 within code and jurisdiction
 * @param validFrom first day on which it holds
 * @param validTo first day on which it holds no longer, or null while no end is known
 * @param confirm whether the operator must confirm it before it can be relied upon: taken from secondary text, or a
 *     policy of the house
 * @param second whether another number holds only once somebody other than its author has confirmed it: for what bounds the
 *     people who set it
 * @param author who entered the number, null for what a bureau began with
 */
public record Rule(
        UUID id,
        String code,
        String jurisdiction,
        int version,
        BigDecimal amount,
        Unit unit,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String titleZh,
        String titleEn,
        String sourceZh,
        String sourceEn,
        boolean confirm,
        @Nullable Confirmation confirmation,
        boolean second,
        @Nullable StaffId author) {

    /** The jurisdiction of the operator's own policies; goes before every other. */
    public static final String HOUSE = "house";

    /** Who took responsibility for the number, and when. */
    public record Confirmation(StaffId by, Instant at) {}

    public RuleRef ref() {
        return new RuleRef(code, jurisdiction, version);
    }

    public String title(Words words) {
        return words.chinese() ? titleZh : titleEn;
    }

    public String source(Words words) {
        return words.chinese() ? sourceZh : sourceEn;
    }

    /** The number with its unit. */
    public String value(Words words) {
        return words.text("unit." + unit, amount);
    }

    /** Where it holds, in words. */
    public String scope(Words words) {
        return scope(jurisdiction, words);
    }

    static String scope(String jurisdiction, Words words) {
        String key = "rules.scope." + jurisdiction;
        return words.has(key) ? words.text(key) : jurisdiction;
    }

    public boolean house() {
        return jurisdiction.equals(HOUSE);
    }

    /** Whether somebody with the right still has to sign it. */
    public boolean toBeConfirmed() {
        return confirm && confirmation == null;
    }

    /** Whether it does not hold yet because nobody but its author stands for it. */
    public boolean waits() {
        return second && author != null && confirmation == null;
    }

    public boolean holdsOn(LocalDate day) {
        return !waits() && !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** The rule as a time limit; a bug where it is none. */
    public Limit limit() {
        return new Limit(amount.intValueExact(), unit);
    }
}
