package org.redress.improve.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.CustomersHit;
import org.redress.platform.database.Ids;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom an outage hit has had a failure, said or not; what its credits gave after the closing puts a case on no side. */
@RedressIT
@Tag("S4.5")
class OutageEffectIT extends EffectFixture {

    @Autowired
    BehindFigures behind;

    private void hit(List<UUID> customers, LocalDate on) {
        some.tell(command, CustomersHit.TOPIC, new CustomersHit(Ids.next(), SomeEffects.noon(command, on), customers));
    }

    private List<UUID> alike() {
        return behind.alike(head, Side.NOTHING, 30, Reckoner.START, Reach.page(99)).lines().stream()
                .map(one -> one.customer().value())
                .toList();
    }

    private List<UUID> compared() {
        return behind.comparisons(head, "SERVICE", Reckoner.START, Reach.page(99)).lines().stream()
                .map(one -> one.customer().value())
                .toList();
    }

    @Test
    void whom_an_outage_hit_is_nobody_to_compare_with_for_twelve_months() {
        List<UUID> spared = customers(3, 0, 0);
        List<UUID> lately = customers(40, 0, 0);
        List<UUID> yearsAgo = customers(2, 0, 0);
        List<UUID> later = customers(2, 0, 0);
        some.failed(command, customers(1, 0, 0).getFirst(), day);
        some.reckon(command);
        assertThat(alike()).hasSize(47);

        hit(lately.subList(0, 20), day);
        hit(lately.subList(20, 40), day.minusDays(364));
        hit(yearsAgo, day.minusDays(365));
        hit(later, day.plusDays(1));
        hit(later, day.plusDays(1));
        some.reckon(command);

        assertThat(alike())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(spared, yearsAgo, later).flatMap(List::stream).toList());
        assertThat(matched(Side.NOTHING, 30).controls()).isEqualTo(7);
    }

    @Test
    void whom_an_outage_ever_hit_is_not_among_those_who_never_had_a_failure() {
        UUID spared = customers(1, 0, 0).getFirst();
        UUID hit = customers(1, 0, 0).getFirst();
        some.answer(command, null, spared, 0, 5, now);
        some.answer(command, null, hit, 0, 1, now);
        assertThat(compared()).containsExactlyInAnyOrder(spared, hit);

        hit(List.of(hit), day.minusYears(2));
        some.reckon(command);

        assertThat(compared()).containsExactly(spared);
        assertThat(effects.page(head).satisfaction())
                .filteredOn(one -> one.group().equals("NONE"))
                .singleElement()
                .returns(1L, Satisfaction::answers);
    }

    @Test
    void what_a_run_gave_after_the_closing_puts_a_case_on_no_side_and_counts_in_the_league() {
        Instant before = SomeEffects.noon(command, day);
        Instant after = before.plus(Duration.ofDays(3));
        UUID later = some.failed(command, customers(1, 0, 0).getFirst(), day);
        some.giveByRun(command, later, "rent-waiver", "9.00", after);
        UUID byThen = some.failed(command, customers(1, 0, 0).getFirst(), day);
        some.giveByRun(command, byThen, "rent-waiver", "3.00", before);
        UUID kindness = some.failed(command, customers(1, 0, 0).getFirst(), day);
        some.give(command, kindness, "rent-waiver", "5.00", after);

        some.reckon(command);

        assertThat(line(Side.NOTHING, 30).cases()).isEqualTo(1);
        assertThat(line(Side.GIVEN, 30).cases()).isEqualTo(1);
        assertThat(cases.of(head, Side.NOTHING, 30, false, Place.TOP, 9))
                .extracting(one -> one.ticket().value())
                .containsExactly(kindness);
        assertThat(cases.of(head, Side.GIVEN, 30, false, Place.TOP, 9))
                .extracting(one -> one.ticket().value())
                .containsExactly(byThen);
        assertThat(effects.league(head)).singleElement().satisfies(one -> {
            assertThat(one.used()).isEqualTo(3);
            assertThat(one.cost().getAmount()).isEqualByComparingTo(new BigDecimal("17.00"));
            assertThat(one.old()).as("who had it when it was closed").isEqualTo(1);
        });
    }
}
