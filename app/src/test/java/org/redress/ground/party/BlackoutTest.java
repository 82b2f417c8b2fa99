package org.redress.ground.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.ground.intake.Fold;

class BlackoutTest {

    private final Blackout zhou = Blackout.of(List.of("周慧芳", "+8613812342046", "Zhou@Example.org", "枫林路12号", "周", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "周慧芳",
                "13812342046",
                "138 1234 2046",
                "138-1234-2046",
                "+86 138 1234 2046",
                "(138)12342046",
                "zhou@example.ORG",
                "枫林路12号"
            })
    void each_way_to_write_it_is_covered(String word) {
        assertThat(zhou.over("请找" + word + "联系")).isEqualTo("请找▇▇▇联系");
    }

    @Test
    void what_is_not_theirs_is_left() {
        String text = "周日 13812342047 T-1184273 zhou2@example.org 枫林路13号 2046";
        assertThat(zhou.over(text)).isEqualTo(text);
    }

    @Test
    void a_short_latin_name_covers_no_part_of_a_word() {
        Blackout li = Blackout.of(List.of("Li", "17"));
        assertThat(li.over("Li says the line is dead, 2026-11-17 at ¥117, 17 times"))
                .isEqualTo("▇▇▇ says the line is dead, 2026-11-▇▇▇ at ¥117, ▇▇▇ times");
    }

    @Test
    void nothing_to_cover_covers_nothing() {
        assertThat(Blackout.of(List.of("", "李")).over("李先生")).isEqualTo("李先生");
    }

    @Test
    void words_are_known_in_text_that_is_kept_without_space_signs_and_case() {
        Blackout words = Blackout.of(List.of("Anna Maria Roth", "roth@example.org", "+86 138 1234 2046"));
        Blackout folded = words.inForm(Fold::of);
        for (String cell : List.of("Anna Maria Roth", "ANNA  MARIA-ROTH", "Roth@Example.org", "138-1234-2046")) {
            assertThat(folded.over(Fold.of(cell))).as(cell).isEqualTo("▇▇▇");
        }
        assertThat(folded.over(Fold.of("Annamaria"))).isEqualTo("annamaria");
    }
}
