package org.redress.desk.recovery.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;

@Tag("S4.5")
class MarksTest {

    @Property
    void a_mark_is_taken_within_its_scale_and_nowhere_else(
            @ForAll @IntRange(min = -3, max = 14) int recovery, @ForAll @IntRange(min = -3, max = 14) int recommend) {
        Marks marks = new Marks(recovery, 3, null, null, recommend, null);
        if (recovery >= 1 && recovery <= 5 && recommend >= 0 && recommend <= 10) {
            assertThatCode(() -> marks.check(true)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> marks.check(true)).isInstanceOf(Problem.class);
        }
    }

    @Property
    void a_better_mark_is_never_bad_where_a_worse_one_is_not(
            @ForAll @IntRange(min = 1, max = 4) int mark, @ForAll @IntRange(min = 1, max = 5) int limit) {
        if (new Marks(mark + 1, 5, 5, 5, 10, false).bad(limit)) {
            assertThat(new Marks(mark, 5, 5, 5, 10, false).bad(limit)).isTrue();
        }
    }

    @Test
    void what_is_not_answered_is_not_bad_and_complaining_elsewhere_is() {
        assertThat(new Marks(3, 3, null, null, 0, null).bad(2)).isFalse();
        assertThat(new Marks(5, 5, 1, 5, 10, false).bad(2)).isFalse();
        assertThat(new Marks(5, 5, 5, 5, 10, true).bad(2)).isTrue();
    }

    @Test
    void a_bad_answer_gives_its_lowest_mark_as_the_reason_where_the_limit_was_lowered_since() {
        Words words = Words.of(Words.ENGLISH);
        Marks marks = new Marks(4, 2, null, 3, 0, false);
        assertThat(marks.why(3, words)).isEqualTo("Service as a whole: 2; Means to stay: 3");
        assertThat(marks.why(1, words)).isEqualTo("Service as a whole: 2");
    }

    @Test
    void the_question_that_matters_must_be_answered() {
        assertThatThrownBy(() -> new Marks(null, 4, null, null, null, null).check(true))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.field()).isEqualTo("recovery"));
        assertThatCode(() -> new Marks(null, 4, null, null, null, null).check(false))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Marks(4, null, null, null, null, null).check(true))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.field()).isEqualTo("service"));
    }
}
