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
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Tells the ticket desk which types of failure there are, and which one a text speaks of. */
@Component
class TicketFailures implements FailureSuggester, FailureVocabulary {

    private final FailureWords words = FailureWords.standard();
    private final Map<String, String> byName = byName(StandardTaxonomy.types());
    private final FailureTypes types;

    TicketFailures(FailureTypes types) {
        this.types = types;
    }

    @Override
    public Optional<Suggestion> suggest(String subject, String text) {
        return words.find(subject, text)
                .map(found -> new Suggestion(
                        found.type(),
                        found.words().stream().collect(Collectors.joining("\u201d \u201c", "\u201c", "\u201d"))));
    }

    /** The fifteen types, each with the telecom types below it. */
    @Override
    public List<Group> groups(Actor actor) {
        return types.tree(actor).stream()
                .flatMap(group -> group.below().stream())
                .map(type -> new Group(
                        type.type().code(),
                        type.below().stream().map(leaf -> leaf.type().code()).toList()))
                .toList();
    }

    @Override
    public boolean exists(Actor actor, String type) {
        return types.exists(actor, type);
    }

    @Override
    public Optional<String> named(String label) {
        return Optional.ofNullable(byName.get(label.strip().toLowerCase(Locale.ROOT)));
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
