package org.redress.improve.quality.hot;

import org.redress.desk.recovery.FailureTypes;
import org.redress.platform.text.Words;

/**
 * What complaints have in common.
 *
 * @param place empty: whatever the place
 * @param type failure type; empty: whatever the type
 * @param subject tells the subject of tickets that nothing has given a type from others, without its words; empty: whatever
 *     the subject. One has a type or a subject, or neither.
 */
public record Matter(String place, String type, String subject) {

    Matter(String place, String type) {
        this(place, type, "");
    }

    boolean both() {
        return !place.isEmpty() && (!type.isEmpty() || !subject.isEmpty());
    }

    /** Whether everything of the other is of this one too. */
    boolean holds(Matter narrower) {
        return (place.isEmpty() || place.equals(narrower.place))
                && (type.isEmpty() || type.equals(narrower.type))
                && (subject.isEmpty() || subject.equals(narrower.subject));
    }

    /**
     * In words, the place as people wrote it.
     *
     * @param said the subject as one of its tickets has it; empty where the reader may see none
     */
    public String text(Words words, String said) {
        String what = type.isEmpty() ? what(words, said) : FailureTypes.name(words, type);
        return words.text("hot.matter", place.isEmpty() ? words.text("hot.anyplace") : place, what);
    }

    private String what(Words words, String said) {
        if (subject.isEmpty()) {
            return words.text("hot.anytype");
        }
        return said.isEmpty() ? words.text("hot.onesubject") : words.text("hot.subject", said);
    }
}
