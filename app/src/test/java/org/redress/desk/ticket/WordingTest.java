package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.redress.platform.web.Problem;

class WordingTest {

    @Test
    void white_space_of_every_kind_goes_from_the_edges_and_stays_inside() {
        assertThat(Wording.text("\r\n\t\t　　宽带又断了。\r\n请修。\u00a0\n")).isEqualTo("宽带又断了。\n请修。");
    }

    @Test
    void control_characters_go_and_line_breaks_stay() {
        assertThat(Wording.text("a\u0000b\u0007c\nd\te")).isEqualTo("abc\nd\te");
    }

    @Test
    void a_subject_is_one_line() {
        assertThat(Wording.line("  two \n lines ")).isEqualTo("two lines");
    }

    @Test
    void the_beginning_of_the_text_stands_for_a_missing_subject() {
        assertThat(Wording.subjectFrom("宽带又断了。上次修了三天。")).isEqualTo("宽带又断了");
        assertThat(Wording.subjectFrom("x".repeat(200))).hasSize(60).endsWith("…");
    }

    @Test
    void no_character_is_cut_in_half() {
        assertThat(Wording.cut("a\ud842\udfb7bc", 3)).isEqualTo("a…");
        assertThat(Wording.cut("abc", 3)).isEqualTo("abc");
    }

    @Test
    void subjects_that_differ_in_case_width_and_signs_alone_have_one_key() {
        assertThat(Wording.key("Internet speed!")).isEqualTo(Wording.key("ＩＮＴＥＲＮＥＴ  Speed"));
        assertThat(Wording.key("宽带，断网。")).isEqualTo(Wording.key("宽带断网"));
        assertThat(Wording.key("宽带断网")).isNotEqualTo(Wording.key("宽带限速"));
    }

    @Test
    void what_must_be_said_is_refused_when_it_is_nothing_but_space() {
        assertThatThrownBy(() -> Wording.required(" \u3000\n", "reason", 10))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo("reason"));
        assertThatThrownBy(() -> Wording.required("x".repeat(11), "reason", 10)).isInstanceOf(Problem.class);
        assertThat(Wording.required("a\r\nb\tc", "reason", 10)).isEqualTo("a\nb\tc");
        for (String unseen : new String[] {"a\u0000b", "a\u0085b"}) {
            assertThatThrownBy(() -> Wording.optional(unseen, "reason", 10))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("typed.unseen"));
        }
    }
}
