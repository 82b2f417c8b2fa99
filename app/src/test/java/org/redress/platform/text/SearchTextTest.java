package org.redress.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void a_run_of_han_characters_becomes_its_pairs_and_its_last_character() {
        assertThat(SearchText.terms("宽带断网")).containsExactly("宽带", "带断", "断网", "网");
    }

    @Test
    void latin_words_and_figures_stand_as_they_are() {
        assertThat(SearchText.terms(SearchText.plain("Speed 100M，路由器 T-118")))
                .containsExactly("speed", "100m", "路由", "由器", "器", "t", "118");
    }

    @Test
    void full_width_letters_and_white_space_do_not_hide_a_word() {
        assertThat(SearchText.plain("宽　带\n\t ＡＢＣ")).isEqualTo("宽带 abc");
    }

    @Test
    void a_single_character_is_found_at_the_beginning_of_a_pair_or_at_the_end_of_a_run() {
        assertThat(SearchText.queryTerms("网")).containsExactly(new SearchText.QueryTerm("网", true));
    }

    @Test
    void a_latin_word_may_go_on_and_a_chinese_pair_may_not() {
        assertThat(SearchText.queryTerms("inter 断网"))
                .containsExactly(new SearchText.QueryTerm("inter", true), new SearchText.QueryTerm("断网", false));
    }

    @Test
    void a_query_of_signs_alone_has_no_terms() {
        assertThat(SearchText.queryTerms(SearchText.plain("，。!? "))).isEmpty();
    }

    @Test
    void characters_beyond_the_basic_plane_are_not_cut_in_half() {
        assertThat(SearchText.terms("𠮷野家")).containsExactly("𠮷野", "野家", "家");
    }
}
