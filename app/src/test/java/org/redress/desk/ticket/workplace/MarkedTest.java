package org.redress.desk.ticket.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.workplace.Marked.Piece;

class MarkedTest {

    private static String hits(Marked marked) {
        return marked.pieces().stream().filter(Piece::hit).map(Piece::text).collect(Collectors.joining("|"));
    }

    private static String all(Marked marked) {
        return marked.pieces().stream().map(Piece::text).collect(Collectors.joining());
    }

    @Test
    void every_word_is_marked_where_it_stands_in_any_case() {
        Marked marked = Marked.whole("Router blinks, ROUTER dead. 光猫红灯", "router 红灯");

        assertThat(hits(marked)).isEqualTo("Router|ROUTER|红灯");
        assertThat(all(marked)).isEqualTo("Router blinks, ROUTER dead. 光猫红灯");
    }

    @Test
    void characters_with_a_line_break_between_them_are_one_word() {
        assertThat(hits(Marked.whole("掉\n线", "掉线"))).isEqualTo("掉\n线");
    }

    @Test
    void signs_of_patterns_are_signs() {
        assertThat(hits(Marked.whole("a+b (c)", ".*"))).isEmpty();
        assertThat(all(Marked.whole("a+b (c)", "("))).isEqualTo("a+b (c)");
    }

    @Test
    void the_part_around_the_first_hit_is_shown_of_a_long_text() {
        String text = "😀".repeat(100) + "needle" + "😀".repeat(100);

        Marked marked = Marked.around(text, "needle");

        assertThat(hits(marked)).isEqualTo("needle");
        assertThat(all(marked)).startsWith("…😀").endsWith("😀…").hasSizeLessThan(130);
    }
}
