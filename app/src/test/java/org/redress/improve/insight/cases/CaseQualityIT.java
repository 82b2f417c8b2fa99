package org.redress.improve.insight.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Ids;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

/** On the product's own labelled set, in both languages, most of what should be found is among the first five. */
@RedressIT
@Tag("S8.4")
class CaseQualityIT {

    @Autowired
    Offices offices;

    @Autowired
    CaseTrial trial;

    @Autowired
    CaseBase cases;

    @Autowired
    SimilarParts parts;

    private final Map<String, Set<UUID>> matters = new HashMap<>();
    private final List<String[]> questions = new ArrayList<>();

    private static List<String[]> lines(String file) throws Exception {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CaseQualityIT.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(one -> !one.startsWith("#"))
                    .map(one -> one.split("\t"))
                    .toList();
        }
    }

    private Actor bureau() throws Exception {
        Actor command = offices.found();
        List<CaseTrial.Text> texts = new ArrayList<>();
        for (String[] part : lines("/bench/cases.tsv")) {
            if (part[1].equals("case")) {
                CaseTrial.Text text = new CaseTrial.Text(Ids.next(), part[2]);
                texts.add(text);
                matters.computeIfAbsent(part[0], one -> new HashSet<>()).add(text.id());
            } else {
                questions.add(part);
            }
        }
        trial.add(command, texts);
        trial.count(command);
        return command;
    }

    /** How much of a matter is among the first five. */
    private double recall(Actor actor, String matter, String words, String type) {
        Set<UUID> wanted = Objects.requireNonNull(matters.get(matter), matter);
        List<UUID> found = CaseTrial.ids(cases.similar(actor, Asked.words(words, type), 5));
        return (double) wanted.stream().filter(found::contains).count() / wanted.size();
    }

    private double average(Actor actor, List<String[]> asked, int at, boolean typed) {
        return asked.stream()
                .mapToDouble(question ->
                        recall(actor, question[0], question[at], typed ? parts.suggested(actor, "", question[at]) : ""))
                .average()
                .orElse(0);
    }

    @Test
    void most_of_what_should_be_found_is_among_the_first_five() throws Exception {
        Actor command = bureau();
        assertThat(questions).hasSizeGreaterThan(30);
        assertThat(average(command, questions, 2, false)).isGreaterThan(0.7);
        assertThat(average(command, questions, 2, true))
                .as("the words of the other language push next to nothing aside that was said in one's own")
                .isGreaterThanOrEqualTo(average(command, questions, 2, false) - 0.05);
    }

    @Test
    void what_was_said_in_the_other_language_is_found_by_the_words_of_its_type(TestReporter reporter) throws Exception {
        Actor command = bureau();
        List<String[]> across = lines("/bench/cases-across.tsv");
        assertThat(across).hasSizeGreaterThan(25);
        double without = average(command, across, 1, false);
        double with = average(command, across, 1, true);
        assertThat(without).as("without them nothing is found but by chance").isLessThan(0.1);
        reporter.publishEntry("recall at 5 across languages", Double.toString(with));
        assertThat(with).isGreaterThan(0.2);
        String rude = across.getFirst()[1];
        assertThat(cases.similar(command, Asked.words(rude, parts.suggested(command, "", rude)), 5))
                .first()
                .satisfies(one -> {
                    assertThat(one.alike()).contains(SimilarCase.Alike.LANGUAGE);
                    assertThat(one.words()).anyMatch(word -> word.codePoints().anyMatch(Character::isIdeographic));
                });
    }
}
