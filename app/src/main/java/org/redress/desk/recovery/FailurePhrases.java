package org.redress.desk.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.ground.identity.BureauId;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * How failures of a type are spoken of in one of the two languages: its name in the bureau, and the words that tell it, the
 * weightiest first. Who writes in one language finds by it what was said in the other.
 */
@Component
public class FailurePhrases {

    private static final int LEAST_WEIGHT = 3;
    private static final int EACH_PART = 6;

    private final Map<String, List<Cue>> chinese = read("/recovery/failure-words.zh.txt");
    private final Map<String, List<Cue>> english = read("/recovery/failure-words.en.txt");
    private final FailureTypes types;

    FailurePhrases(FailureTypes types) {
        this.types = types;
    }

    private static Map<String, List<Cue>> read(String file) {
        return Lines.of(file).stream()
                .filter(line -> !line.startsWith("not:"))
                .map(Cue::read)
                .filter(cue -> cue.weight() >= LEAST_WEIGHT)
                .sorted(Comparator.comparingInt(Cue::weight).reversed())
                .collect(Collectors.groupingBy(Cue::type));
    }

    /** Phrases; of those with several words each must be said, in any order. None for a code that nobody knows. */
    public Set<String> of(BureauId bureau, String type, Locale language) {
        Words words = types.over(bureau.value(), Words.of(language));
        Set<String> phrases = new LinkedHashSet<>();
        if (words.has("failure.type." + type)) {
            phrases.add(FailureTypes.name(words, type));
        }
        (words.chinese() ? chinese : english)
                .getOrDefault(type, List.of()).stream()
                        .map(FailurePhrases::phrases)
                        .forEach(phrases::addAll);
        return phrases;
    }

    /** A cue of several parts as the phrases that its first alternatives make. */
    private static List<String> phrases(Cue cue) {
        if (cue.parts().size() == 1) {
            return cue.parts().getFirst().stream().map(FailurePhrases::whole).toList();
        }
        List<String> phrases = List.of("");
        for (List<String> part : cue.parts()) {
            List<String> longer = new ArrayList<>();
            for (String before : phrases) {
                part.stream().limit(EACH_PART).forEach(next -> longer.add((before + " " + whole(next)).strip()));
            }
            phrases = longer;
        }
        return phrases;
    }

    /** Without the star that lets a word go on. */
    private static String whole(String phrase) {
        return phrase.endsWith("*") ? phrase.substring(0, phrase.length() - 1) : phrase;
    }
}
