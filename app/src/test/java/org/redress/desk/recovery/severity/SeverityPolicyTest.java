package org.redress.desk.recovery.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Mood;
import org.redress.desk.ticket.Grade;
import org.redress.ground.party.Segment;

/** The formula, with weights that can be followed in the head. */
@Tag("S4.3")
class SeverityPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-30T04:00:00Z");

    private static final SeverityPolicy POLICY = new SeverityPolicy(numbers());

    private static Map<String, BigDecimal> numbers() {
        Map<String, BigDecimal> numbers = new HashMap<>();
        numbers.put("severity.type.mischarged", new BigDecimal("12"));
        Map.ofEntries(
                        Map.entry("hours.day", 6),
                        Map.entry("hours.most", 30),
                        Map.entry("money.each", 50),
                        Map.entry("money.most", 15),
                        Map.entry("segment.BUSINESS", 6),
                        Map.entry("segment.KEY_ACCOUNT", 12),
                        Map.entry("value.each", 100),
                        Map.entry("value.most", 10),
                        Map.entry("mood.WORRIED", 3),
                        Map.entry("mood.DISAPPOINTED", 4),
                        Map.entry("mood.ANGRY", 8),
                        Map.entry("mood.FURIOUS", 15),
                        Map.entry("repeat.each", 12),
                        Map.entry("repeat.most", 24),
                        Map.entry("grade.NOTABLE", 20),
                        Map.entry("grade.GRAVE", 40),
                        Map.entry("grade.CRITICAL", 60))
                .forEach((code, number) -> numbers.put("severity." + code, BigDecimal.valueOf(number)));
        return numbers;
    }

    private static Severity of(
            @Nullable String type,
            int hours,
            String disputed,
            Segment segment,
            String monthly,
            @Nullable Mood mood,
            int repeats) {
        return POLICY.reckon(
                new SeverityFacts(
                        type,
                        hours == 0 ? Optional.empty() : Optional.of(Duration.ofHours(hours)),
                        yuan(disputed),
                        segment,
                        yuan(monthly),
                        mood,
                        repeats),
                false,
                NOW);
    }

    private static Optional<Money> yuan(String sum) {
        return sum.isEmpty() ? Optional.empty() : Optional.of(Money.of(CurrencyUnit.of("CNY"), new BigDecimal(sum)));
    }

    @Test
    void a_sum_that_can_be_followed_addend_by_addend() {
        Severity severity = of("mischarged", 37, "129.99", Segment.KEY_ACCOUNT, "399.00", Mood.ANGRY, 1);

        assertThat(severity.addends())
                .containsExactly(
                        new Addend(Addend.What.TYPE, 12, "mischarged", false),
                        new Addend(Addend.What.HOURS, 9, "37", false),
                        new Addend(Addend.What.MONEY, 2, "CNY 129.99", false),
                        new Addend(Addend.What.SEGMENT, 12, "KEY_ACCOUNT", false),
                        new Addend(Addend.What.VALUE, 3, "CNY 399.00", false),
                        new Addend(Addend.What.MOOD, 8, "ANGRY", false),
                        new Addend(Addend.What.REPEAT, 12, "1", false));
        assertThat(severity.points()).isEqualTo(58);
        assertThat(severity.grade()).isEqualTo(Grade.GRAVE);
    }

    @Test
    void nothing_known_is_no_severity_and_says_so() {
        Severity severity = of(null, 0, "", Segment.RESIDENTIAL, "", null, 0);

        assertThat(severity.points()).isZero();
        assertThat(severity.grade()).isEqualTo(Grade.MINOR);
        assertThat(severity.addends()).hasSize(7);
    }

    @Test
    void each_part_has_a_most_and_says_when_it_is_reached() {
        Severity severity = of("mischarged", 5000, "99999999.99", Segment.BUSINESS, "1000000", Mood.FURIOUS, 9);

        assertThat(severity.points()).isEqualTo(12 + 30 + 15 + 6 + 10 + 15 + 24);
        assertThat(severity.addends())
                .filteredOn(Addend::capped)
                .extracting(Addend::what)
                .containsExactly(Addend.What.HOURS, Addend.What.MONEY, Addend.What.VALUE, Addend.What.REPEAT);
    }

    @Property
    void the_sum_is_the_addends_and_more_harm_is_never_less_severe(
            @ForAll @IntRange(max = 400) int hours,
            @ForAll @IntRange(max = 100_000) int cents,
            @ForAll Mood mood,
            @ForAll @IntRange(max = 5) int repeats) {
        Severity one = of("mischarged", hours, cents / 100 + ".00", Segment.BUSINESS, "50", mood, repeats);
        Severity more =
                of("mischarged", hours + 24, cents / 100 + 50 + ".00", Segment.BUSINESS, "50", mood, repeats + 1);

        assertThat(one.points())
                .isEqualTo(one.addends().stream().mapToInt(Addend::points).sum());
        assertThat(more.points()).isGreaterThanOrEqualTo(one.points());
        assertThat(more.grade()).isGreaterThanOrEqualTo(one.grade());
        assertThat(one.addends())
                .allSatisfy(addend -> assertThat(addend.points()).isNotNegative());
    }
}
