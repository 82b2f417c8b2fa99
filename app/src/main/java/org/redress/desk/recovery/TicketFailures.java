package org.redress.desk.recovery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.desk.recovery.suggestion.LearnedSuggester;
import org.redress.desk.ticket.FailureSuggester;
import org.redress.desk.ticket.FailureVocabulary;
import org.redress.desk.ticket.Suggestion;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Tells the ticket desk which types of failure there are, and which one a text speaks of. */
@Component
class TicketFailures implements FailureSuggester, FailureVocabulary {

    private final Map<String, String> byName = byName(StandardTaxonomy.types());
    private final FailureTypes types;
    private final FailureRules rules;
    private final LearnedSuggester learned;

    TicketFailures(FailureTypes types, FailureRules rules, LearnedSuggester learned) {
        this.types = types;
        this.rules = rules;
        this.learned = learned;
    }

    /**
     * What was learned comes first where it is sure enough; what it has never seen, and everything while too little was
     * learned, is left to the rules. Where both agree, the rules' words are quoted: people wrote them down as symptoms.
     */
    @Override
    public Optional<Suggestion> suggest(Actor actor, String subject, String text) {
        Optional<FailureRules.Found> ruled = rules.find(actor.bureau(), subject, text);
        if (ruled.isPresent() && !learned.knows(actor, ruled.get().type())) {
            return ruled.map(TicketFailures::byRules);
        }
        Taxonomy taxonomy = types.taxonomy(actor.bureau());
        return learned.suggest(actor, subject, text)
                .flatMap(guess -> taxonomy.today(guess.type())
                        .map(type -> new Suggestion(
                                type,
                                ruled.filter(found -> found.type().equals(type))
                                        .map(FailureRules.Found::reason)
                                        .orElseGet(() -> FailureRules.quoted(guess.words())),
                                guess.confidence(),
                                guess.model())))
                .or(() -> ruled.map(TicketFailures::byRules));
    }

    private static Suggestion byRules(FailureRules.Found found) {
        return new Suggestion(found.type(), found.reason(), null, null);
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
    public Optional<String> named(Actor actor, String label) {
        Taxonomy taxonomy = types.taxonomy(actor.bureau());
        String name = label.strip().toLowerCase(Locale.ROOT);
        return taxonomy.types().stream()
                .filter(type -> type.leaf() && goesBy(type, name))
                .map(FailureType::code)
                .findFirst()
                .or(() -> Optional.ofNullable(byName.get(name)))
                .flatMap(taxonomy::today);
    }

    @Override
    public Set<String> counted(Actor actor, String type) {
        return types.taxonomy(actor.bureau()).lineage().counted(type);
    }

    /** Whether the bureau itself calls it so. */
    private static boolean goesBy(FailureType type, String name) {
        FailureType.OwnName own = type.own();
        return own != null
                && Stream.of(type.code(), own.zh(), own.en())
                        .anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(name));
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
