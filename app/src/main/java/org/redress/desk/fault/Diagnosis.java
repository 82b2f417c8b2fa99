package org.redress.desk.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a customer, branching by service and by what they said before. Texts by key {@code fault.ask.QUESTION},
 * {@code fault.said.QUESTION.ANSWER} and {@code fault.points.CODE}.
 */
public final class Diagnosis {

    private static final String FILE = "/fault/diagnosis.txt";
    private static final String POINTS = "=";
    private static final Diagnosis KEPT = new Diagnosis();

    private final Map<Service, String> first = new EnumMap<>(Service.class);
    private final Map<String, Map<String, String>> questions = new LinkedHashMap<>();

    private Diagnosis() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Diagnosis.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(part -> {
                        first.putIfAbsent(Service.valueOf(part[0]), part[1]);
                        questions
                                .computeIfAbsent(part[1], question -> new LinkedHashMap<>())
                                .put(part[2], part[3]);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** An answer to a question. */
    public record Said(String question, String answer) {}

    /**
     * How far the questions have come.
     *
     * @param said what counts of what was said: up to the first answer that does not belong there
     * @param next the question to ask, or null at the end
     * @param answers to choose from for it
     * @param points what it all points to, or null before the end
     */
    public record Path(
            List<Said> said,
            @Nullable String next,
            List<String> answers,
            @Nullable String points) {}

    /** Walks the questions of a service with what was said so far. */
    public static Path walk(Service service, List<Said> said) {
        return KEPT.path(service, said);
    }

    private Path path(Service service, List<Said> said) {
        List<Said> counted = new ArrayList<>();
        String at = Objects.requireNonNull(first.get(service));
        for (Said one : said) {
            String then = one.question().equals(at) ? answers(at).get(one.answer()) : null;
            if (then == null) {
                break;
            }
            counted.add(one);
            if (then.startsWith(POINTS)) {
                return new Path(List.copyOf(counted), null, List.of(), then.substring(1));
            }
            at = then;
        }
        return new Path(List.copyOf(counted), at, List.copyOf(answers(at).keySet()), null);
    }

    private Map<String, String> answers(String question) {
        return Objects.requireNonNull(questions.get(question), question);
    }
}
