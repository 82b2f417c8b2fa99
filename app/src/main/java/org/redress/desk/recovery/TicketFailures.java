package org.redress.desk.recovery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.desk.ticket.FailureSuggester;
import org.redress.desk.ticket.FailureVocabulary;
import org.redress.desk.ticket.Suggestion;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Tells the ticket desk which types of failure there are, and which one a text speaks of. */
@Component
class TicketFailures implements FailureSuggester, FailureVocabulary {

    private final FailureWords words = FailureWords.standard();
    private final List<Group> groups = groups(StandardTaxonomy.types());
    private final Map<String, String> byName = byName(StandardTaxonomy.types());

    @Override
    public Optional<Suggestion> suggest(String subject, String text) {
        return words.find(subject, text)
                .map(found -> new Suggestion(
                        found.type(),
                        found.words().stream().collect(Collectors.joining("\u201d \u201c", "\u201c", "\u201d"))));
    }

    @Override
    public List<Group> groups() {
        return groups;
    }

    @Override
    public boolean exists(String type) {
        return groups.stream().anyMatch(group -> group.types().contains(type));
    }

    @Override
    public Optional<String> named(String label) {
        return Optional.ofNullable(byName.get(label.strip().toLowerCase(Locale.ROOT)));
    }

    /** The fifteen types, each with the telecom types below it. */
    private static List<Group> groups(List<FailureType> types) {
        return FailureNode.forest(types).stream()
                .flatMap(group -> group.below().stream())
                .map(type -> new Group(
                        type.type().code(),
                        type.below().stream().map(leaf -> leaf.type().code()).toList()))
                .toList();
    }

    private static Map<String, String> byName(List<FailureType> types) {
        return types.stream()
                .filter(FailureType::leaf)
                .flatMap(type -> Stream.concat(
                                Stream.of(type.code()),
                                Words.LANGUAGES.stream().map(language -> type.name(Words.of(language))))
                        .map(name -> Map.entry(name.toLowerCase(Locale.ROOT), type.code())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, same) -> first));
    }
}
