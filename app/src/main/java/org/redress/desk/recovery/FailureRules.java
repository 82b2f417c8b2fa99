package org.redress.desk.recovery;

import java.util.Optional;
import java.util.stream.Collectors;
import org.redress.desk.recovery.suggestion.Rules;
import org.redress.ground.identity.BureauId;
import org.springframework.stereotype.Component;

/** The rules by which a bureau's suggestions begin: weighted words, led to the types that the bureau has. */
@Component
class FailureRules implements Rules {

    private final FailureWords words = FailureWords.standard();
    private final FailureTypes types;

    FailureRules(FailureTypes types) {
        this.types = types;
    }

    /** A type in force and the customer's words that decided, quoted. */
    record Found(String type, String reason) {}

    Optional<Found> find(BureauId bureau, String subject, String text) {
        Taxonomy taxonomy = types.taxonomy(bureau);
        return words.find(subject, text)
                .flatMap(found -> taxonomy.today(found.type()).map(type -> new Found(type, quoted(found.words()))));
    }

    @Override
    public Optional<String> type(BureauId bureau, String subject, String text) {
        return find(bureau, subject, text).map(Found::type);
    }

    static String quoted(Iterable<String> words) {
        return java.util.stream.StreamSupport.stream(words.spliterator(), false)
                .collect(Collectors.joining("\u201d \u201c", "\u201c", "\u201d"));
    }
}
