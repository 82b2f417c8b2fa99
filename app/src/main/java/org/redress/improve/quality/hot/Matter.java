package org.redress.improve.quality.hot;

import org.redress.desk.recovery.FailureTypes;
import org.redress.platform.text.Words;

/**
 * What complaints have in common.
 *
 * @param place empty: whatever the place
 * @param type failure type; empty: whatever the type
 */
public record Matter(String place, String type) {

    boolean both() {
        return !place.isEmpty() && !type.isEmpty();
    }

    /** Whether everything of the other is of this one too. */
    boolean holds(Matter narrower) {
        return (place.isEmpty() || place.equals(narrower.place)) && (type.isEmpty() || type.equals(narrower.type));
    }

    /** In words, the place as people wrote it. */
    public String text(Words words) {
        String what = type.isEmpty() ? words.text("hot.anytype") : FailureTypes.name(words, type);
        return words.text("hot.matter", place.isEmpty() ? words.text("hot.anyplace") : place, what);
    }
}
