package org.redress.desk.recovery.suggestion;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/**
 * How good the suggestions are.
 *
 * @param standing what suggests now
 * @param versions the newest first
 * @param chosen choices so far, of those needed for a first version
 * @param of whose suggestions the figures are about: a version, 0 for the rules, null for all
 * @param days over how many days
 * @param types by type, the most often suggested first
 * @param pairs what was suggested and something else chosen, the most frequent first
 * @param managing whether this reader may let it learn now
 */
public record SuggestionPage(
        SuggestionLearning.Standing standing,
        List<SuggestionVersion> versions,
        int chosen,
        int needed,
        @Nullable Integer of,
        int days,
        List<OfType> types,
        List<Confused> pairs,
        boolean managing,
        ZoneId zone) {

    static final String PATH = "/failure-types/suggestions";

    /** How often a type was suggested, and how often people chose it then. */
    public record OfType(String type, long suggested, long accepted) {

        public double share() {
            return suggested == 0 ? 0 : (double) accepted / suggested;
        }
    }

    /** So often one type was suggested and the other chosen. */
    public record Confused(String suggested, String chosen, long count) {}

    public String path() {
        return PATH;
    }

    public long suggested() {
        return types.stream().mapToLong(OfType::suggested).sum();
    }

    public long accepted() {
        return types.stream().mapToLong(OfType::accepted).sum();
    }

    /** The version in use, with its figures; null while the rules suggest. */
    public @Nullable SuggestionVersion used() {
        return versions.stream()
                .filter(one -> one.version() == standing.version())
                .findFirst()
                .orElse(null);
    }

    /** All, the rules, and every version. */
    public List<Choice> choices(Words words) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                new Choice("", words.text("ticket.all")),
                                new Choice("0", words.text("suggestion.rules"))),
                        versions.stream()
                                .map(one -> new Choice(
                                        Integer.toString(one.version()),
                                        words.text("suggestion.version", one.version()))))
                .toList();
    }

    /** What stands in the way of comparing; the key of a sentence on a version's fate. */
    public String fate(SuggestionVersion version) {
        return version.version() == standing.version()
                ? "suggestion.fate.use"
                : version.used() ? "suggestion.fate.was" : "suggestion.fate.worse";
    }
}
