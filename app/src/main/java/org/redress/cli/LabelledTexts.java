package org.redress.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.redress.ground.intake.Synonyms;
import org.redress.ground.intake.sheet.Row;
import org.redress.ground.intake.sheet.Rows;
import org.redress.ground.intake.sheet.Sniffer;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;

/**
 * Texts with questions of which it is known what they should find.
 *
 * @param texts by id
 * @param questions with the ids of the texts that each should find
 * @param across questions whose texts are all in the other language; none where nobody has put them
 */
record LabelledTexts(Map<UUID, String> texts, List<Question> questions, List<Question> across) {

    private static final String OWN = "/bench/cases.tsv";
    private static final String ACROSS = "/bench/cases-across.tsv";
    private static final Synonyms COLUMNS = Synonyms.of(LabelledTexts.class, "/bench/columns.properties");

    record Question(String words, Set<UUID> relevant) {}

    /** The product's own set, in two languages: a question should find the cases of its matter. */
    static LabelledTexts own() {
        Map<String, Set<UUID>> matters = new HashMap<>();
        Map<UUID, String> texts = new HashMap<>();
        List<String[]> asked = new ArrayList<>();
        lines(OWN).forEach(part -> {
            if (part[1].equals("case")) {
                UUID id = Ids.next();
                texts.put(id, part[2]);
                matters.computeIfAbsent(part[0], matter -> new HashSet<>()).add(id);
            } else {
                asked.add(part);
            }
        });
        return new LabelledTexts(
                texts,
                asked.stream()
                        .map(part -> new Question(part[2], matters.getOrDefault(part[0], Set.of())))
                        .toList(),
                lines(ACROSS).stream()
                        .map(part -> new Question(part[1], matters.getOrDefault(part[0], Set.of())))
                        .toList());
    }

    private static List<String[]> lines(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LabelledTexts.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /**
     * A table of messages: the subject of each is a question that should find its own text, which is put in without it. Equal
     * texts are the same find.
     */
    static LabelledTexts of(List<Path> files) throws IOException {
        Map<UUID, String> texts = new HashMap<>();
        Map<String, Set<UUID>> byText = new HashMap<>();
        List<String[]> asked = new ArrayList<>();
        for (Path file : files) {
            try (Rows rows = Rows.filled(Rows.all(file, Sniffer.look(file).layout()))) {
                Row heading = rows.next();
                int subject = column(heading, COLUMNS.names("cases.subject"), file);
                int body = column(heading, COLUMNS.names("cases.body"), file);
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    String text = row.text(body).strip();
                    String question = row.text(subject).strip();
                    if (!text.isEmpty() && !question.isEmpty()) {
                        UUID id = Ids.next();
                        texts.put(id, text);
                        byText.computeIfAbsent(text, one -> new HashSet<>()).add(id);
                        asked.add(new String[] {question, text});
                    }
                }
            }
        }
        return new LabelledTexts(
                texts,
                asked.stream()
                        .map(one -> new Question(one[0], byText.getOrDefault(one[1], Set.of())))
                        .toList(),
                List.of());
    }

    private static int column(@org.jspecify.annotations.Nullable Row heading, List<String> names, Path file) {
        for (int i = 0; heading != null && i < heading.size(); i++) {
            if (names.contains(heading.text(i).strip().toLowerCase(java.util.Locale.ROOT))) {
                return i;
            }
        }
        throw Problem.invalid("cli.bench.column", null, String.valueOf(file.getFileName()), names.getFirst());
    }
}
