package org.redress.improve.quality.card;

import org.jspecify.annotations.Nullable;

/** Narrows the list of cards; null lets everything through. */
public record CardFilter(View view, @Nullable Severity severity) {

    /** A list. Text by key {@code card.view.NAME}. */
    public enum View {
        /** Somebody has yet to do something. */
        OPEN("c.state in ('PROPOSED', 'HEARD', 'APPEALED')"),
        STANDING("c.state = 'STANDS'"),
        ENDED("c.state in ('DROPPED', 'WITHDRAWN', 'LIFTED', 'EXPIRED')");

        private final String condition;

        View(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }
}
