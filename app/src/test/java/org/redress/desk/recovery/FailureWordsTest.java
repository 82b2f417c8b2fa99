package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.desk.recovery.FailureWords.Finding;

/** Suggesting a type from what the customer wrote: right most of the time, silent when it does not know. */
@Tag("S4.1")
class FailureWordsTest {

    private static final FailureWords WORDS = FailureWords.standard();

    record Labelled(String type, String sentence) {
        static Labelled read(String line) {
            String[] fields = line.split(" ", 2);
            return new Labelled(fields[0], fields[1]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "labelled.zh.txt, 60, 95, 0",
        "labelled.en.txt, 60, 95, 0",
        "heldback.zh.txt, 30, 70, 10",
        "heldback.en.txt, 30, 70, 10",
    })
    void most_sentences_get_the_type_a_person_gave_them(String file, int atLeast, int rightPercent, int wrongPercent) {
        List<Labelled> sentences =
                Lines.of("/recovery/" + file).stream().map(Labelled::read).toList();
        List<String> wrong =
                misses(sentences).stream().filter(m -> !m.startsWith("none")).toList();
        List<String> misses = misses(sentences);

        assertThat(sentences).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat((sentences.size() - misses.size()) * 100 / sentences.size())
                .as("right of %s, misses: %s", sentences.size(), String.join("\n", misses))
                .isGreaterThanOrEqualTo(rightPercent);
        assertThat(wrong.size() * 100 / sentences.size())
                .as("wrong, not silent: %s", String.join("\n", wrong))
                .isLessThanOrEqualTo(wrongPercent);
    }

    @Test
    void the_reason_quotes_the_words_as_the_customer_wrote_them() {
        assertThat(find("宽带又断了", "师傅修 过，还是 不行"))
                .hasValueSatisfying(f -> assertThat(f.words()).containsExactly("又断", "修", "还是", "不行"));
        assertThat(find("", "ＤＡＴＡ  Caps again"))
                .hasValueSatisfying(f -> assertThat(f.words()).containsExactly("ＤＡＴＡ  Cap"));
    }

    @Test
    void what_the_customer_denies_is_no_reason() {
        assertThat(find("不是网速慢", "")).isEmpty();
        assertThat(find("", "it is not slow internet")).isEmpty();
        assertThat(find("网速慢", "")).map(Finding::type).hasValue("slow-broadband");
    }

    @Test
    void a_word_inside_another_word_is_no_word() {
        assertThat(find("the capable capital", "a crude context")).isEmpty();
    }

    @Test
    void a_text_that_speaks_of_two_failures_alike_gets_no_suggestion() {
        assertThat(find("", "手机没信号，发票也没开")).isEmpty();
    }

    @Test
    void a_passing_word_late_in_a_long_letter_decides_nothing() {
        String letter = "尊敬的领导，".repeat(50) + "另外排队也久";

        assertThat(find("", letter)).isEmpty();
        assertThat(find("", "另外排队也久")).map(Finding::type).hasValue("waiting-time");
    }

    @Test
    void texts_without_words_get_no_suggestion() {
        for (String text : List.of("", " \t\n", "。！？", "\ud83d\ude21", "\ud83d", "0", "的")) {
            assertThat(find(text, text)).isEmpty();
        }
    }

    @Test
    void every_word_belongs_to_a_type_and_every_type_has_words_in_both_languages() {
        Set<String> leaves = StandardTaxonomy.types().stream()
                .filter(FailureType::leaf)
                .map(FailureType::code)
                .collect(Collectors.toSet());
        for (String language : List.of("zh", "en")) {
            assertThat(Lines.of("/recovery/failure-words." + language + ".txt").stream()
                            .filter(line -> !line.startsWith("not:"))
                            .map(line -> Cue.read(line).type())
                            .collect(Collectors.toSet()))
                    .as(language)
                    .isSubsetOf(leaves)
                    .hasSizeGreaterThanOrEqualTo(leaves.size() - 1);
        }
    }

    private static Optional<Finding> find(String subject, String text) {
        return WORDS.find(subject, text);
    }

    private static List<String> misses(List<Labelled> sentences) {
        return sentences.stream()
                .map(one -> {
                    Optional<Finding> found = WORDS.find("", one.sentence());
                    return found.map(Finding::type).equals(Optional.of(one.type()))
                            ? ""
                            : found.map(f -> f.type() + f.words()).orElse("none") + " for " + one.type() + ": "
                                    + one.sentence();
                })
                .filter(miss -> !miss.isEmpty())
                .toList();
    }
}
