package org.redress.desk.recovery;

import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/**
 * A place in the bureau's taxonomy of service failures.
 *
 * @param code stable name, e.g. {@code repair-late}; it stays when the type is renamed
 * @param parent code of the type above it, null for a group
 * @param depth 1 group, 2 one of the fifteen types of Kelley, Hoffman and Davis (1993), 3 telecom type
 * @param own the bureau's own name for it, null where it goes by the product's
 * @param ended the version of the taxonomy from which on no ticket can be of it, null while one can
 */
public record FailureType(
        String code,
        @Nullable String parent,
        int depth,
        @Nullable OwnName own,
        @Nullable Integer ended) {

    static final int LEAF = 3;

    /** A name in both languages. */
    public record OwnName(String zh, String en) {

        public String in(Words words) {
            return words.chinese() ? zh : en;
        }
    }

    /** As the product brings it. */
    FailureType(String code, @Nullable String parent, int depth) {
        this(code, parent, depth, null, null);
    }

    /** Whether a ticket can be of this type: the telecom types can, what stands above them gathers them. */
    public boolean leaf() {
        return depth == LEAF;
    }

    /** Whether it is in force. */
    public boolean lives() {
        return ended == null;
    }

    /** Its name; a code that nobody has named is its own name. */
    public String name(Words words) {
        return own != null ? own.in(words) : words.has(key()) ? words.text(key()) : code;
    }

    /** One line on what belongs here. */
    public String about(Words words) {
        String key = key() + ".about";
        return words.has(key) ? words.text(key) : "";
    }

    String key() {
        return leaf() ? "failure.type." + code : "failure.group." + code;
    }
}
