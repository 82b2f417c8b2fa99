package org.redress.desk.recovery.severity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.severity.Addend.What;
import org.redress.desk.ticket.Grade;
import org.redress.ground.party.Segment;

/**
 * The formula: a sum of points. Money and time give one point for each full step and no part of one (rounded down), up to
 * a most. It knows nothing that it does not show.
 *
 * @param numbers the rulebook's, by code
 */
record SeverityPolicy(Map<String, BigDecimal> numbers) {

    static final String PREFIX = "severity.";
    static final String TYPE = PREFIX + "type.";
    private static final Duration DAY = Duration.ofDays(1);

    /** Every number that it asks for beside those of the types. */
    static final List<String> CODES = List.of(
            "severity.hours.day",
            "severity.hours.most",
            "severity.money.each",
            "severity.money.most",
            "severity.segment.BUSINESS",
            "severity.segment.KEY_ACCOUNT",
            "severity.value.each",
            "severity.value.most",
            "severity.mood.WORRIED",
            "severity.mood.DISAPPOINTED",
            "severity.mood.ANGRY",
            "severity.mood.FURIOUS",
            "severity.repeat.each",
            "severity.repeat.most",
            "severity.grade.NOTABLE",
            "severity.grade.GRAVE",
            "severity.grade.CRITICAL");

    Severity reckon(SeverityFacts facts, boolean growing, Instant at) {
        List<Addend> addends = new ArrayList<>();
        addends.add(
                facts.type() == null
                        ? nothing(What.TYPE)
                        : new Addend(What.TYPE, whole(TYPE + facts.type()), facts.type(), false));
        addends.add(facts.without()
                .map(lost -> capped(What.HOURS, hours(lost), Long.toString(lost.toHours())))
                .orElse(nothing(What.HOURS)));
        addends.add(money(What.MONEY, "severity.money", facts.disputed()));
        addends.add(new Addend(
                What.SEGMENT,
                facts.segment() == Segment.RESIDENTIAL ? 0 : whole("severity.segment." + facts.segment()),
                facts.segment().name(),
                false));
        addends.add(money(What.VALUE, "severity.value", facts.monthly()));
        Mood mood = facts.mood();
        addends.add(mood == null ? nothing(What.MOOD) : new Addend(What.MOOD, points(mood), mood.name(), false));
        addends.add(
                facts.repeats() == 0
                        ? nothing(What.REPEAT)
                        : capped(
                                What.REPEAT,
                                number("severity.repeat.each").multiply(BigDecimal.valueOf(facts.repeats())),
                                Integer.toString(facts.repeats())));
        int sum = addends.stream().mapToInt(Addend::points).sum();
        return new Severity(sum, grade(sum), addends, growing, at, rules());
    }

    /** The same for the same numbers, in every process. */
    int rules() {
        return numbers.hashCode();
    }

    Grade grade(int points) {
        Grade grade = Grade.MINOR;
        for (Grade higher : List.of(Grade.NOTABLE, Grade.GRAVE, Grade.CRITICAL)) {
            grade = points >= whole("severity.grade." + higher) ? higher : grade;
        }
        return grade;
    }

    private int points(Mood mood) {
        return mood == Mood.PLEASED || mood == Mood.CALM || mood == Mood.UNKNOWN ? 0 : whole("severity.mood." + mood);
    }

    /** Points for each full day, and the part of them that full hours are of a day. */
    private BigDecimal hours(Duration lost) {
        return number("severity.hours.day")
                .multiply(BigDecimal.valueOf(Math.max(0, lost.toHours())))
                .divide(BigDecimal.valueOf(DAY.toHours()), 0, RoundingMode.DOWN);
    }

    private Addend money(What what, String code, Optional<Money> sum) {
        return sum.filter(Money::isPositive)
                .map(money -> capped(
                        what, money.getAmount().divide(number(code + ".each"), 0, RoundingMode.DOWN), money.toString()))
                .orElse(nothing(what));
    }

    private Addend capped(What what, BigDecimal points, String fact) {
        String code = PREFIX + what.name().toLowerCase(Locale.ROOT);
        BigDecimal most = number(code + ".most");
        boolean more = points.compareTo(most) > 0;
        return new Addend(what, (more ? most : points).intValueExact(), fact, more);
    }

    private static Addend nothing(What what) {
        return new Addend(what, 0, "", false);
    }

    private BigDecimal number(String code) {
        BigDecimal number = numbers.get(code);
        if (number == null) {
            throw new IllegalArgumentException("no number " + code);
        }
        return number;
    }

    private int whole(String code) {
        return number(code).intValueExact();
    }
}
