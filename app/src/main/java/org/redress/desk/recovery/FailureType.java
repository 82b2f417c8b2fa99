package org.redress.desk.recovery;

import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/**
 * A place in the bureau's taxonomy of service failures.
 *
 * @param code stable name, e.g. {@code repair-late}
 * @param parent code of the type above it, null for a group
 * @param depth 1 group, 2 one of the fifteen types of Kelley, Hoffman and Davis (1993), 3 telecom type
 */
public record FailureType(String code, @Nullable String parent, int depth) {

    static final int LEAF = 3;

    /** Whether a ticket can be of this type: the telecom types can, what stands above them gathers them. */
    public boolean leaf() {
        return depth == LEAF;
    }

    /** Its name; a code that the message files do not know is its own name. */
    public String name(Words words) {
        return words.has(key()) ? words.text(key()) : code;
    }

    /** One line on what belongs here. */
    public String about(Words words) {
        String key = key() + ".about";
        return words.has(key) ? words.text(key) : "";
    }

    private String key() {
        return leaf() ? "failure.type." + code : "failure.group." + code;
    }
}
