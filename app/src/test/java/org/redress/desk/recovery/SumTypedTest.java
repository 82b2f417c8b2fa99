package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;

/** A sum is taken exactly as it was typed, or refused with the reason. */
@Tag("S4.4")
class SumTypedTest {

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | 120.00",
                "120.5 | 120.50",
                "120. | 120.00",
                " ¥ 1,200.50 | 1200.50",
                "１２０．０５ | 120.05",
                "0 | 0.00",
                "-5 | -5.00",
                "−5 | -5.00",
                "999999999.99 | 999999999.99",
            })
    void what_people_type_is_read_to_the_cent(String typed, String amount) {
        assertThat(SumTyped.read(typed, YUAN)).isEqualTo(Money.of(YUAN, new BigDecimal(amount)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120.005 | remedy.sum.decimals",
                "0.001 | remedy.sum.decimals",
                "120.000 | remedy.sum.decimals",
                "abc | remedy.sum.unreadable",
                "1e5 | remedy.sum.unreadable",
                "12,00 | remedy.sum.unreadable",
                "1.200,50 | remedy.sum.unreadable",
                "12 34 | remedy.sum.unreadable",
                "9999999999 | remedy.sum.unreadable",
                ".5 | remedy.sum.unreadable",
                "NaN | remedy.sum.unreadable",
            })
    void what_cannot_be_read_exactly_is_refused(String typed, String code) {
        assertThatThrownBy(() -> SumTyped.read(typed, YUAN))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .returns(code, Problem::code)
                .returns(SumTyped.FIELD, Problem::field)
                .satisfies(problem -> assertThat(Words.of(Words.ENGLISH).text("problem." + code, problem.arguments()))
                        .contains(typed));
    }

    @Test
    void nothing_typed_is_no_sum() {
        assertThat(SumTyped.read("  ", YUAN)).isNull();
        assertThat(SumTyped.read("", YUAN)).isNull();
    }

    @Test
    void a_currency_without_cents_takes_none() {
        assertThat(SumTyped.read("500", CurrencyUnit.JPY)).isEqualTo(Money.ofMajor(CurrencyUnit.JPY, 500));
        assertThatThrownBy(() -> SumTyped.read("500.5", CurrencyUnit.JPY)).hasMessageContaining("remedy.sum.decimals");
    }

    @Property
    void every_amount_that_is_shown_can_be_typed_back(@ForAll @LongRange(min = 0, max = 99_999_999_999L) long fen) {
        Money sum = Money.ofMinor(YUAN, fen);
        for (var language : Words.LANGUAGES) {
            assertThat(SumTyped.read(Words.of(language).money(sum), YUAN)).isEqualTo(sum);
        }
    }
}
