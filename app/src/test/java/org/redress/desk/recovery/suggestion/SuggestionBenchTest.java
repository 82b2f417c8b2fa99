package org.redress.desk.recovery.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.cli.SuggestOnFiles;
import org.redress.support.SharedData;

/** The benchmark on public labelled messages, where they lie beside the repository. */
@Tag("S4.1")
class SuggestionBenchTest {

    @Test
    void on_labelled_messages_the_product_beats_the_plain_baseline_and_says_how_sure_it_is() throws IOException {
        StringWriter out = new StringWriter();

        SuggestOnFiles.run(
                new PrintWriter(out),
                SharedData.file("zhengwu/附件2_示例.xlsx"),
                SharedData.file("zhengwu/附件2_部分_921行.xlsx"));

        assertThat(out.toString()).contains("\"labels\":7");
        assertThat(figure(out, "product", "accuracy")).isGreaterThan(0.8);
        assertThat(figure(out, "product", "macroF1")).isGreaterThan(figure(out, "baseline", "macroF1"));
        assertThat(figure(out, "majority", "accuracy")).isLessThan(0.3);
        assertThat(figure(out, "product", "error")).isLessThan(0.08);
    }

    private static double figure(StringWriter out, String who, String what) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree(out.toString())
                .get(who)
                .get(what)
                .asDouble();
    }

    @Test
    void the_same_text_is_never_on_both_sides() {
        List<LearnedCase> cases = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            cases.add(new LearnedCase("", "只此一句" + (char) ('\u4e00' + i) + (char) ('\u5e00' + i), "x" + i % 7));
            cases.add(cases.getLast());
        }
        SuggestionBench.Result result = SuggestionBench.run(cases, 5);

        assertThat(result.given()).isEqualTo(200);
        assertThat(result.used()).isEqualTo(100);
        assertThat(result.product().accuracy())
                .as("nothing can be learned from noise")
                .isLessThan(0.4);
    }

    @Test
    void texts_that_people_labelled_in_two_ways_are_left_out() {
        List<LearnedCase> cases = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            cases.add(new LearnedCase("", "网速慢" + i, "a"));
            cases.add(new LearnedCase("", "多扣钱" + i, "b"));
        }
        cases.add(new LearnedCase("", "网 速慢0", "b"));

        assertThat(SuggestionBench.run(cases, 5).used()).isEqualTo(119);
    }
}
