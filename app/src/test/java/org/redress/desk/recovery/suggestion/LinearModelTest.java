package org.redress.desk.recovery.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.party.CustomerId;

@Tag("S4.1")
class LinearModelTest {

    private static final List<String> SLOW = List.of("网速慢", "网页打不开", "下载速度太低", "看视频卡顿");
    private static final List<String> BILL = List.of("账单多扣钱", "话费不对", "莫名扣费", "费用多收了");
    private static final List<String> RUDE = List.of("rude staff at the counter", "the clerk shouted", "态度很差", "服务员骂人");

    /** @param noise share of labels that are wrong, as people's choices are */
    private static List<LearnedCase> cases(int count, long seed, double noise) {
        Random random = new Random(seed);
        List<List<String>> words = List.of(SLOW, BILL, RUDE);
        List<String> types = List.of("slow", "bill", "rude");
        List<LearnedCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int of = random.nextInt(3);
            String text = words.get(of).get(random.nextInt(4)) + "，第" + i + "次反映，"
                    + words.get(of).get(random.nextInt(4));
            cases.add(new LearnedCase(
                    "", text, random.nextDouble() < noise ? types.get(random.nextInt(3)) : types.get(of)));
        }
        return cases;
    }

    @Test
    void the_same_cases_and_seed_give_the_same_bytes() {
        List<LearnedCase> cases = cases(120, 1, 0);

        byte[] first = new LinearTrainer(7).learn(cases).bytes();

        assertThat(new LinearTrainer(7).learn(cases).bytes()).isEqualTo(first);
        assertThat(new LinearTrainer(8).learn(cases).bytes()).isNotEqualTo(first);
    }

    @Test
    void it_tells_texts_apart_that_it_has_never_seen_and_says_by_which_words() {
        LinearModel model = new LinearTrainer(7).learn(cases(150, 1, 0));

        assertThat(model.guess("", "晚上网速慢得很")).hasValueSatisfying(guess -> {
            assertThat(guess.label()).isEqualTo("slow");
            assertThat(guess.words()).contains("网速慢");
        });
        assertThat(model.guess("", "The clerk shouted at me"))
                .hasValueSatisfying(guess -> assertThat(guess.label()).isEqualTo("rude"));
        assertThat(model.guess("", "zzz")).isEmpty();
        assertThat(SuggestionLearning.measure(model, cases(100, 2, 0)).accuracy())
                .isGreaterThan(0.95);
    }

    @Test
    void what_is_stored_is_read_back_and_what_is_damaged_is_refused() throws IOException {
        LinearModel model = new LinearTrainer(7).learn(cases(120, 1, 0)).at(1.7);
        byte[] bytes = model.bytes();

        LinearModel read = LinearModel.read(bytes);
        assertThat(read.bytes()).isEqualTo(bytes);
        assertThat(read.temperature()).isEqualTo(1.7);

        assertThatThrownBy(() -> LinearModel.read(Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> LinearModel.read(new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void numbers_of_people_are_not_learned() {
        List<LearnedCase> cases = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            cases.add(new LearnedCase("", "网速慢 13812342046 第" + i, i % 2 == 0 ? "a" : "b"));
        }
        LinearModel model = new LinearTrainer(7).learn(cases);

        assertThat(model.guess("", "13812342046")).isEmpty();
        assertThat(model.guess("", "网速")).isPresent();
    }

    @Test
    void what_one_customer_alone_says_again_and_again_is_not_learned() {
        CustomerId zhou = new CustomerId(UUID.randomUUID());
        List<LearnedCase> cases = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            CustomerId of = i < 5 ? zhou : new CustomerId(UUID.randomUUID());
            cases.add(new LearnedCase("", "网速慢 第" + i + (i < 5 ? " 周建平" : ""), i % 2 == 0 ? "a" : "b", of));
        }
        LinearModel model = new LinearTrainer(7).learn(cases);

        assertThat(model.guess("", "周建平")).isEmpty();
        assertThat(model.guess("", "网速")).isPresent();
    }

    @Test
    void calibration_makes_it_as_sure_as_it_is_right() {
        LinearModel sure = new LinearTrainer(7).learn(cases(300, 1, 0.3)).at(0.1);
        LinearModel calibrated = sure.at(Calibration.temperature(sure, cases(300, 2, 0.3)));
        List<LearnedCase> held = cases(600, 3, 0.3);

        Measured before = SuggestionLearning.measure(sure, held);
        Measured after = SuggestionLearning.measure(calibrated, held);

        assertThat(after.accuracy()).as("no ranking changes").isEqualTo(before.accuracy());
        assertThat(after.error()).isLessThan(before.error()).isLessThan(0.12);
        assertThat(Calibration.temperature(sure, List.of()))
                .as("nothing to go by")
                .isEqualTo(1);
    }

    @Test
    void what_is_of_a_type_that_was_not_learned_makes_it_less_sure() {
        LinearModel model = new LinearTrainer(7).learn(cases(300, 1, 0.1));
        List<LearnedCase> calibrating = new ArrayList<>(cases(300, 2, 0.1));
        double known = Calibration.temperature(model, calibrating);
        for (LearnedCase one : cases(200, 4, 0)) {
            calibrating.add(new LearnedCase("", one.text(), "new-type"));
        }
        assertThat(Calibration.temperature(model, calibrating)).isGreaterThan(known * 1.2);
    }

    @Property
    void chances_are_shares_of_one_and_a_temperature_changes_no_order(
            @ForAll @IntRange(min = 2, max = 9) int labels,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.1, max = 10) double temperature) {
        double[] scores = new Random(seed).doubles(labels, -30, 30).toArray();

        double[] chances = LinearModel.softmax(scores, temperature);

        assertThat(Arrays.stream(chances).sum()).isCloseTo(1, within(1e-9));
        assertThat(LinearModel.best(chances)).isEqualTo(LinearModel.best(scores));
    }

    @Test
    void the_same_text_is_always_used_for_the_same() {
        LearnedCase one = new LearnedCase("s", "网速 慢", "a");

        assertThat(new LearnedCase("other", "网速慢 ", "b").use()).isEqualTo(one.use());
        assertThat(cases(1000, 5, 0).stream()
                        .filter(c -> c.use() == LearnedCase.Use.HOLD_BACK)
                        .count())
                .isBetween(140L, 260L);
    }
}
