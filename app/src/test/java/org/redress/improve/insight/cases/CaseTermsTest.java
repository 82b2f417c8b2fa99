package org.redress.improve.insight.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.improve.insight.cases.SimilarCase.Marks;

class CaseTermsTest {

    @Test
    void words_of_one_stem_meet_and_bare_figures_do_not_count() {
        CaseTerms said = CaseTerms.of("The bills were billed twice, billing charged 300");
        assertThat(said.counts())
                .containsEntry("bil", 3)
                .doesNotContainKey("300")
                .doesNotContainKey("the");
        assertThat(CaseTerms.stem("disconnected")).isEqualTo(CaseTerms.stem("disconnecting"));
        assertThat(CaseTerms.stem("companies")).isEqualTo(CaseTerms.stem("company"));
        assertThat(CaseTerms.stem("charged")).isEqualTo(CaseTerms.stem("charge"));
    }

    @Test
    void chinese_is_compared_by_its_pairs() {
        assertThat(CaseTerms.of("光猫红灯").counts().keySet()).containsExactly("光猫", "猫红", "红灯", "光", "猫", "红", "灯");
        assertThat(CaseTerms.of("光猫红灯，光猫").counts()).containsEntry("光猫", 2);
    }

    @Test
    void what_is_covered_is_not_found() {
        assertThat(CaseTerms.of("▇▇▇的宽带").counts().keySet()).containsExactly("的宽", "宽带", "的", "宽", "带");
    }

    @Test
    void few_marks_cannot_bury_a_case_and_many_cannot_more_than_halve_or_raise_it_by_half() {
        assertThat(Marks.NONE.factor()).isEqualTo(1);
        assertThat(new Marks(0, 1, null).factor()).isBetween(0.85, 0.95);
        assertThat(new Marks(1, 0, null).factor()).isBetween(1.05, 1.15);
        assertThat(new Marks(0, 3, null).factor()).isGreaterThan(0.7);
        assertThat(new Marks(0, 10_000, null).factor()).isEqualTo(0.5);
        assertThat(new Marks(10_000, 0, null).factor()).isEqualTo(1.5);
        assertThat(new Marks(5, 5, null).factor()).isEqualTo(1);
    }
}
