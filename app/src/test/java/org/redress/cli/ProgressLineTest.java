package org.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.redress.platform.text.Words;

class ProgressLineTest {

    private static final Words WORDS = Words.of(Words.ENGLISH);

    private final StringWriter written = new StringWriter();
    private long nanos = -7;

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintWriter(written), terminal, () -> nanos);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void where_nobody_looks_at_a_terminal_a_line_is_written_every_few_seconds_and_none_before() {
        ProgressLine line = line(false);
        line.show("at once");
        for (int tenth = 1; tenth <= 120; tenth++) {
            pass(Duration.ofMillis(100));
            line.show("after " + tenth);
        }
        line.end();
        assertThat(written.toString().lines()).containsExactly("after 50", "after 100");
    }

    @Test
    void on_a_terminal_one_line_is_rewritten_and_left_at_the_end() {
        ProgressLine line = line(true);
        line.show("a long first line");
        line.show("too soon");
        pass(Duration.ofMillis(200));
        line.show("second");
        line.end();
        line.end();
        assertThat(written.toString())
                .isEqualTo("\ra long first line\u001b[K\rsecond\u001b[K" + System.lineSeparator());
    }

    @Test
    void it_says_how_much_a_second_and_how_long_still() {
        ProgressLine line = line(false);
        pass(Duration.ofSeconds(10));
        line.show(WORDS, "cli.backup.progress", 2_000, 50_000);
        pass(Duration.ofSeconds(10));
        line.show(WORDS, "cli.backup.progress", 40_000, 50_000);
        assertThat(written.toString().lines())
                .containsExactly(
                        "2,000 of about 50,000 rows, 200 a second, 4 min left",
                        "40,000 of about 50,000 rows, 2,000 a second, 1 min left");
    }

    @Test
    void what_nobody_would_see_yet_is_not_put_into_words() {
        ProgressLine line = line(false);
        line.show(WORDS, "cli.no.such.line", 1, 2);
        assertThat(written.toString()).isEmpty();
        pass(Duration.ofSeconds(5));
        assertThatThrownBy(() -> line.show(WORDS, "cli.no.such.line", 1, 2)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void what_has_not_begun_or_is_more_than_was_estimated_is_said_without_a_wrong_time() {
        ProgressLine line = line(false);
        pass(Duration.ofSeconds(5));
        line.show(WORDS, "cli.backup.progress", 0, 10);
        pass(Duration.ofSeconds(5));
        line.show(WORDS, "cli.backup.progress", 30, 10);
        assertThat(written.toString().lines())
                .containsExactly(
                        "0 of about 10 rows, 0 a second, – left", "30 of about 10 rows, 3 a second, 1 min left");
    }
}
