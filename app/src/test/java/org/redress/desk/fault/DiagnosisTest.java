package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.desk.fault.Diagnosis.Said;
import org.redress.platform.text.Words;

@Tag("S5.6")
class DiagnosisTest {

    private static final int LONGEST = 5;

    /** Every way through the questions of a service. */
    private static List<Diagnosis.Path> ends(Service service, List<Said> said) {
        Diagnosis.Path path = Diagnosis.walk(service, said);
        assertThat(path.said()).isEqualTo(said);
        assertThat(said).as("no way goes in a circle").hasSizeLessThanOrEqualTo(LONGEST);
        String next = path.next();
        if (next == null) {
            return List.of(path);
        }
        List<Diagnosis.Path> ends = new ArrayList<>();
        for (String answer : path.answers()) {
            List<Said> further = new ArrayList<>(said);
            further.add(new Said(next, answer));
            ends.addAll(ends(service, further));
        }
        return ends;
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void every_way_ends_at_something_it_points_to_and_asks_nothing_twice(Service service) {
        List<Diagnosis.Path> ends = ends(service, List.of());

        assertThat(ends).hasSizeGreaterThan(2);
        for (Diagnosis.Path end : ends) {
            assertThat(end.points()).isNotNull();
            assertThat(end.said()).extracting(Said::question).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void every_question_answer_and_end_has_its_words_in_both_languages(Service service) {
        for (Diagnosis.Path end : ends(service, List.of())) {
            for (var language : Words.LANGUAGES) {
                Words words = Words.of(language);
                for (Said said : end.said()) {
                    assertThat(words.has("fault.ask." + said.question()))
                            .as(said.question())
                            .isTrue();
                    assertThat(words.has("fault.said." + said.question() + "." + said.answer()))
                            .as(said.toString())
                            .isTrue();
                }
                assertThat(words.has("fault.points." + end.points()))
                        .as(end.points())
                        .isTrue();
            }
        }
    }

    @Test
    void no_words_are_left_that_nobody_is_asked() {
        Set<String> asked = new HashSet<>();
        for (Service service : Service.values()) {
            for (Diagnosis.Path end : ends(service, List.of())) {
                end.said().forEach(said -> {
                    asked.add("fault.ask." + said.question());
                    asked.add("fault.said." + said.question() + "." + said.answer());
                });
                asked.add("fault.points." + end.points());
            }
        }
        assertThat(Words.of(Words.ENGLISH).keys().stream().filter(key -> key.matches("fault\\.(ask|said|points)\\..*")))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void the_questions_branch_by_service_and_by_what_was_said() {
        assertThat(Diagnosis.walk(Service.FIXED, List.of()).next()).isEqualTo("tone");
        assertThat(Diagnosis.walk(Service.BROADBAND, List.of()).next()).isEqualTo("light");
        assertThat(Diagnosis.walk(Service.FIXED, List.of(new Said("tone", "noisy")))
                        .next())
                .isEqualTo("rain");
        assertThat(Diagnosis.walk(Service.FIXED, List.of(new Said("tone", "none")))
                        .next())
                .isEqualTo("sets");
        assertThat(Diagnosis.walk(Service.FIXED, List.of(new Said("tone", "none"), new Said("sets", "one")))
                        .points())
                .isEqualTo("set");
    }

    @Test
    void what_does_not_belong_there_counts_no_further() {
        List<Said> wrong = List.of(new Said("tone", "none"), new Said("light", "red"), new Said("sets", "one"));
        Diagnosis.Path path = Diagnosis.walk(Service.FIXED, wrong);

        assertThat(path.said()).containsExactly(new Said("tone", "none"));
        assertThat(path.next()).isEqualTo("sets");
        assertThat(Diagnosis.walk(Service.FIXED, List.of(new Said("tone", "purple")))
                        .said())
                .isEmpty();
    }
}
