package org.redress.desk.ticket;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.OwnNames;
import org.redress.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the module that owns the taxonomy; without it nothing is suggested and every type is taken. */
@Component
class Suggestions {

    private final ObjectProvider<FailureSuggester> suggester;
    private final ObjectProvider<FailureVocabulary> vocabulary;
    private final ObjectProvider<OwnNames> names;

    Suggestions(
            ObjectProvider<FailureSuggester> suggester,
            ObjectProvider<FailureVocabulary> vocabulary,
            ObjectProvider<OwnNames> names) {
        this.suggester = suggester;
        this.vocabulary = vocabulary;
        this.names = names;
    }

    @Nullable
    Suggestion of(Actor actor, String subject, String text) {
        return suggester.stream()
                .map(one -> one.suggest(actor, subject, text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    boolean exists(Actor actor, String type) {
        return vocabulary.stream().allMatch(one -> one.exists(actor, type));
    }

    /** The words of the actor's language with the bureau's own names. */
    Words words(Actor actor) {
        return names.stream()
                .reduce(
                        Words.of(actor.language()),
                        (words, own) -> own.over(actor.bureau().value(), words),
                        (a, b) -> b);
    }

    /** The codes under which tickets of a type stand. */
    Set<String> counted(Actor actor, String type) {
        return vocabulary.stream()
                .map(one -> one.counted(actor, type))
                .findFirst()
                .orElse(Set.of(type));
    }

    @Nullable
    String named(Actor actor, String label) {
        return vocabulary.stream()
                .map(one -> one.named(actor, label))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }
}
