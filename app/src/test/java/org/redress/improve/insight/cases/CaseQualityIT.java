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

    @Test
    void most_of_what_should_be_found_is_among_the_first_five() throws Exception {
        Actor command = offices.found();
        Map<String, Set<UUID>> matters = new HashMap<>();
        List<CaseTrial.Text> texts = new ArrayList<>();
        List<String[]> questions = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CaseQualityIT.class.getResourceAsStream("/bench/cases.tsv")),
                StandardCharsets.UTF_8))) {
            for (String line : in.lines().filter(one -> !one.startsWith("#")).toList()) {
                String[] part = line.split("\t");
                if (part[1].equals("case")) {
                    CaseTrial.Text text = new CaseTrial.Text(Ids.next(), part[2]);
                    texts.add(text);
                    matters.computeIfAbsent(part[0], one -> new HashSet<>()).add(text.id());
                } else {
                    questions.add(part);
                }
            }
        }
        trial.add(command, texts);
        trial.count(command);
        double recall = questions.stream()
                .mapToDouble(question -> {
                    Set<UUID> wanted = Objects.requireNonNull(matters.get(question[0]), question[0]);
                    List<UUID> found = CaseTrial.ids(cases.similar(command, Asked.words(question[2], ""), 5));
                    return (double) wanted.stream().filter(found::contains).count() / wanted.size();
                })
                .average()
                .orElse(0);
        assertThat(questions).hasSizeGreaterThan(30);
        assertThat(recall).isGreaterThan(0.7);
    }
}
