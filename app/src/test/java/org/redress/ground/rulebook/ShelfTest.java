package org.redress.ground.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.platform.text.Words;

class ShelfTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static Rule rule(String jurisdiction, int version, int amount, String from) {
        return new Rule(
                new UUID(0, amount),
                "bill.abnormal",
                jurisdiction,
                version,
                BigDecimal.valueOf(amount),
                Unit.TIMES,
                LocalDate.parse(from),
                null,
                "zh",
                "en",
                "zh",
                "en",
                false,
                null,
                false,
                null);
    }

    private static int on(String jurisdiction, String day, Rule... rules) {
        return new Shelf(jurisdiction, List.of(rules))
                .on("bill.abnormal", LocalDate.parse(day))
                .map(rule -> rule.amount().intValueExact())
                .orElse(0);
    }

    @Test
    void the_rule_of_the_day_is_the_one_with_the_latest_first_day() {
        Rule[] rules = {rule("CN", 1, 5, "2000-01-01"), rule("CN", 3, 7, "2020-01-01"), rule("CN", 2, 6, "2010-01-01")};
        assertThat(on("CN", "1999-12-31", rules)).isZero();
        assertThat(on("CN", "2009-12-31", rules)).isEqualTo(5);
        assertThat(on("CN", "2010-01-01", rules)).isEqualTo(6);
        assertThat(on("CN", "2026-01-01", rules)).isEqualTo(7);
    }

    @Test
    void the_later_version_goes_first_where_two_begin_on_one_day() {
        assertThat(on("CN", "2026-01-01", rule("CN", 1, 5, "2000-01-01"), rule("CN", 2, 6, "2000-01-01")))
                .isEqualTo(6);
    }

    @Test
    void the_province_goes_before_the_country_and_the_house_before_both() {
        Rule country = rule("CN", 1, 5, "2020-01-01");
        Rule province = rule("CN-HA", 1, 3, "2000-01-01");
        Rule house = rule("house", 1, 2, "2000-01-01");
        assertThat(on("CN-HA", "2026-01-01", country, province)).isEqualTo(3);
        assertThat(on("CN-HB", "2026-01-01", country, province)).isEqualTo(5);
        assertThat(on("CN", "2026-01-01", country, province)).isEqualTo(5);
        assertThat(on("CN-HA", "2026-01-01", country, province, house)).isEqualTo(2);
        assertThat(on("US", "2026-01-01", country, province)).isZero();
    }

    @Test
    void every_preset_speaks_both_languages_and_is_a_value_of_its_unit() {
        List<Rule> presets = Presets.read();
        assertThat(presets).isNotEmpty().allSatisfy(rule -> {
            for (var language : Words.LANGUAGES) {
                Words words = Words.of(language);
                assertThat(rule.title(words)).isNotBlank();
                assertThat(rule.source(words)).isNotBlank();
                assertThat(rule.value(words)).doesNotContain("{");
            }
            if (rule.unit().isWhole()) {
                assertThat(rule.amount().stripTrailingZeros().scale()).isLessThanOrEqualTo(0);
            }
            if (rule.unit().isTime()) {
                assertThat(rule.limit().amount()).isPositive();
            }
            assertThat(rule.house() && !rule.confirm()).isFalse();
        });
    }

    /** The numbers of laws and standards, and of the house, by the codes under which the product asks for them. */
    @Test
    void every_number_that_the_product_goes_by_is_preset() {
        Shelf shelf = new Shelf("CN-HA", Presets.read());
        Set<String> missing = List.of(
                        "install.fixed.urban.average install.fixed.urban.longest install.fixed.rural.average",
                        "install.fixed.rural.longest install.broadband.urban.average install.broadband.urban.longest",
                        "install.broadband.rural.average install.broadband.rural.longest install.late.damages",
                        "repair.fixed.urban repair.fixed.rural repair.mobile.average repair.mobile.longest",
                        "restore.mobile.average restore.mobile.longest change.mobile.average change.mobile.longest",
                        "restore.after.payment restore.after.payment.practice bill.itemised bill.abnormal bill.latefee",
                        "bill.suspend.after bill.terminate.after bill.error.rate cdr.retention number.freeze",
                        "outage.planned.notice outage.report hotline.answer.within hotline.answer.share",
                        "complaint.reply appeal.accept appeal.forward appeal.operator.reply appeal.decide",
                        "appeal.mediate appeal.refuse.fees appeal.refuse.other hotline12345.sign.urgent",
                        "hotline12345.sign.pressing hotline12345.sign.ordinary fault.noncable.within",
                        "fault.noncable.share fault.cable.within fault.cable.share kpi.trunk.available",
                        "kpi.longdistance.completion logs.keep archive.retention.long archive.retention.short",
                        "archive.secrecy.top archive.secrecy.secret archive.secrecy.confidential",
                        "join.window.customer join.window.place join.place.minimum repeat.window",
                        "effect.minimum.cases effect.minimum.weeks cause.name.within clock.warn")
                .stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .filter(code -> shelf.on(code, TODAY).isEmpty())
                .collect(Collectors.toSet());
        assertThat(missing).isEmpty();
        assertThat(shelf.on("bill.abnormal", TODAY).map(Rule::amount)).isEqualTo(Optional.of(new BigDecimal("3")));
    }

    @Test
    void a_complaint_of_2015_has_a_rule_and_one_of_2017_has_another() {
        Shelf shelf = new Shelf("CN", Presets.read());
        Rule before = shelf.on("complaint.reply", LocalDate.of(2015, 4, 6)).orElseThrow();
        Rule since = shelf.on("complaint.reply", LocalDate.of(2017, 4, 6)).orElseThrow();
        assertThat(before.toBeConfirmed()).isTrue();
        assertThat(since.toBeConfirmed()).isFalse();
        assertThat(since.limit()).isEqualTo(Limit.elapsedDays(15));
    }

    @Test
    void a_limit_of_no_time_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(0, Unit.ELAPSED_DAYS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(1, Unit.PERCENT));
    }
}
