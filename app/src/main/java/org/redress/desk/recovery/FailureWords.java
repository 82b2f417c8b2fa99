package org.redress.desk.recovery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.desk.recovery.Evidence.Span;

/**
 * Weighted words and phrases, in Chinese and English, that tell types of failure apart. What stands in the subject
 * counts half as much again, what stands late in a long text half; a type is found when it has enough points and leads the next one clearly, else none is.
 */
final class FailureWords {

    /** A type, and the words that decided, as the customer wrote them. */
    record Finding(String type, Set<String> words) {}

    private static final List<String> FILES =
            List.of("/recovery/failure-words.zh.txt", "/recovery/failure-words.en.txt");
    private static final String NEGATION = "not:";
    private static final int IN_SUBJECT = 3;
    private static final int IN_OPENING = 2;
    private static final int LATER = 1;
    /** How many characters of a text tell what it is about; what stands after them weighs half. */
    private static final int OPENING = 240;

    private static final int ENOUGH = 6;
    private static final int LEAD = 2;
    private static final int MOST_EVIDENCE = 3;
    /** How many characters may stand between the parts of a cue. */
    private static final int GAP_IDEOGRAPHIC = 14;

    private static final int GAP_SPELLED = 45;
    private static final int MOST_HITS = 6;

    private final PhraseTrie trie = new PhraseTrie();
    private final List<Cue> cues = new ArrayList<>();
    private final List<int[]> partsOfCue = new ArrayList<>();
    private final List<Integer> cueOfPart = new ArrayList<>();
    private final List<String> negations = new ArrayList<>();

    FailureWords(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(NEGATION)) {
                Stream.of(line.substring(NEGATION.length()).strip().split("\\|"))
                        .forEach(negations::add);
            } else {
                add(Cue.read(line));
            }
        }
    }

    static FailureWords standard() {
        return new FailureWords(
                FILES.stream().flatMap(file -> Lines.of(file).stream()).toList());
    }

    List<Cue> cues() {
        return List.copyOf(cues);
    }

    private void add(Cue cue) {
        int[] parts = new int[cue.parts().size()];
        for (int i = 0; i < parts.length; i++) {
            int part = cueOfPart.size();
            parts[i] = part;
            cueOfPart.add(cues.size());
            cue.parts().get(i).forEach(phrase -> trie.add(phrase, part));
        }
        cues.add(cue);
        partsOfCue.add(parts);
    }

    Optional<Finding> find(String subject, String text) {
        BitSet seen = new BitSet();
        List<Evidence> all = new ArrayList<>(evidence(subject, true, seen));
        all.addAll(evidence(text, false, seen));
        Map<String, List<Evidence>> byType =
                all.stream().collect(Collectors.groupingBy(one -> one.cue().type()));
        List<Candidate> ranked = byType.entrySet().stream()
                .map(entry -> Candidate.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Candidate::points).reversed().thenComparing(Candidate::type))
                .toList();
        int next = ranked.size() > 1 ? ranked.get(1).points() : 0;
        return ranked.stream()
                .limit(1)
                .filter(best -> best.points() >= ENOUGH && best.points() - next >= LEAD)
                .findFirst()
                .map(best -> new Finding(best.type(), best.words()));
    }

    /** A type with the heaviest evidence for it, each word counted once: a long letter does not win by its length. */
    private record Candidate(String type, List<Evidence> evidence) {

        static Candidate of(String type, List<Evidence> all) {
            List<Evidence> kept = new ArrayList<>();
            all.stream()
                    .sorted(Comparator.comparingInt(Evidence::points).reversed())
                    .filter(one -> kept.size() < MOST_EVIDENCE && kept.stream().noneMatch(one::overlaps))
                    .forEach(kept::add);
            return new Candidate(type, kept);
        }

        int points() {
            return evidence.stream().mapToInt(Evidence::points).sum();
        }

        Set<String> words() {
            return evidence.stream()
                    .flatMap(one -> one.quotes().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    private List<Evidence> evidence(String source, boolean subject, BitSet seen) {
        FoldedText text = FoldedText.of(source);
        Map<Integer, List<Span>> hits = new HashMap<>();
        BitSet touched = new BitSet();
        trie.scan(text, (part, start, end) -> {
            List<Span> spans = hits.computeIfAbsent(part, p -> new ArrayList<>(2));
            if (spans.size() < MOST_HITS) {
                spans.add(new Span(start, end));
                touched.set(cueOfPart.get(part));
            }
        });
        List<Evidence> evidence = new ArrayList<>();
        for (int cue = touched.nextSetBit(0); cue >= 0; cue = touched.nextSetBit(cue + 1)) {
            if (!seen.get(cue)) {
                List<Span> spans = together(text, partsOfCue.get(cue), 0, hits, List.of());
                if (!spans.isEmpty()) {
                    seen.set(cue);
                    int factor = subject ? IN_SUBJECT : spans.getFirst().start() < OPENING ? IN_OPENING : LATER;
                    evidence.add(new Evidence(cues.get(cue), cues.get(cue).weight() * factor, text, spans));
                }
            }
        }
        return evidence;
    }

    /** One hit for each part from {@code next} on, close to those taken; none where there is no such set. */
    private List<Span> together(
            FoldedText text, int[] parts, int next, Map<Integer, List<Span>> hits, List<Span> taken) {
        if (next == parts.length) {
            return negated(text, taken) ? List.of() : taken;
        }
        for (Span hit : hits.getOrDefault(parts[next], List.of())) {
            if (taken.stream().allMatch(other -> near(text, other, hit))) {
                List<Span> more = Stream.concat(taken.stream(), Stream.of(hit)).toList();
                List<Span> found = together(text, parts, next + 1, hits, more);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static boolean near(FoldedText text, Span a, Span b) {
        int gap = a.start() < b.start() ? b.start() - a.end() : a.start() - b.end();
        return gap >= 0 && gap <= (FoldedText.ideographic(text.at(b.start())) ? GAP_IDEOGRAPHIC : GAP_SPELLED);
    }

    /** Whether a negation stands straight before the words or before the last part, which names the symptom. */
    private boolean negated(FoldedText text, List<Span> spans) {
        int first = spans.stream().mapToInt(Span::start).min().orElse(0);
        return negated(text, first) || negated(text, spans.getLast().start());
    }

    private boolean negated(FoldedText text, int start) {
        int end = start > 0 && text.at(start - 1) == ' ' ? start - 1 : start;
        return negations.stream().anyMatch(negation -> text.endsWith(negation, end));
    }
}
