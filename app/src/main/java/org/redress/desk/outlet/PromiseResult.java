package org.redress.desk.outlet;

import org.redress.platform.text.Words;

/** What came of wanting to change a promise. */
public sealed interface PromiseResult {

    record Done() implements PromiseResult {}

    record Refused(Reason reason) implements PromiseResult {}

    /** Why not. Text by key {@code promise.refused.NAME}. */
    enum Reason {
        /** Somebody else has changed it since it was looked at. */
        MOVED,
        /** It is published already. */
        PUBLISHED,
        /** It is promised no longer. */
        WITHDRAWN;

        public String text(Words words) {
            return words.text("promise.refused." + name());
        }
    }
}
