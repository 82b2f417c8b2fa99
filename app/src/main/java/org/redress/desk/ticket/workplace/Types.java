package org.redress.desk.ticket.workplace;

import java.util.List;
import org.redress.desk.ticket.FailureVocabulary;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The failure types to choose from. */
@Component
public class Types {

    private final ObjectProvider<FailureVocabulary> vocabulary;

    Types(ObjectProvider<FailureVocabulary> vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<FailureVocabulary.Group> groups(Actor actor) {
        return vocabulary.stream().flatMap(one -> one.groups(actor).stream()).toList();
    }

    /** The name of a type; one that the message files do not know is its own name. */
    public static String name(Words words, String code) {
        return named(words, "failure.type." + code, code);
    }

    /** The name of a group of types. */
    public static String group(Words words, String code) {
        return named(words, "failure.group." + code, code);
    }

    private static String named(Words words, String key, String code) {
        return words.has(key) ? words.text(key) : code;
    }
}
