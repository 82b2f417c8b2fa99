package org.redress.desk.ticket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the module that owns the taxonomy; without it nothing is suggested and every type is taken. */
@Component
class Suggestions {

    private final ObjectProvider<FailureSuggester> suggester;
    private final ObjectProvider<FailureVocabulary> vocabulary;

    Suggestions(ObjectProvider<FailureSuggester> suggester, ObjectProvider<FailureVocabulary> vocabulary) {
        this.suggester = suggester;
        this.vocabulary = vocabulary;
    }

    @Nullable
    Suggestion of(String subject, String text) {
        return suggester.stream()
                .map(one -> one.suggest(subject, text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    boolean exists(Actor actor, String type) {
        return vocabulary.stream().allMatch(one -> one.exists(actor, type));
    }

    @Nullable
    String named(String label) {
        return vocabulary.stream()
                .map(one -> one.named(label))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }
}
