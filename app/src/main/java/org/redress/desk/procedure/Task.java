package org.redress.desk.procedure;

import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Limit;
import org.redress.platform.web.Typed;

/**
 * What is passed on to a department, while the responsibility stays where it is.
 *
 * @param name in a few words
 * @param post who is to do it there, or null for anybody
 * @param person who is to do it, or null
 * @param owed what is to be done
 * @param evidence what must be left behind when it is done; empty for nothing
 * @param control whether it cannot be skipped
 */
public record Task(
        String name,
        UnitId unit,
        @Nullable String post,
        @Nullable StaffId person,
        String owed,
        Limit limit,
        String evidence,
        boolean control) {

    static final int LONGEST_NAME = 40;
    static final int LONGEST_TEXT = 500;

    /** The same for another department, whoever is there. */
    Task to(UnitId other) {
        return unit.equals(other) ? this : new Task(name, other, null, null, owed, limit, evidence, control);
    }

    /** The same for anybody there: whoever was named once may have left. */
    Task unnamed() {
        return new Task(name, unit, post, null, owed, limit, evidence, control);
    }

    /** With its texts trimmed and measured. */
    Task checked() {
        return new Task(
                Typed.required(name, "name", LONGEST_NAME),
                unit,
                post,
                person,
                Typed.required(owed, "owed", LONGEST_TEXT),
                limit,
                Typed.optional(evidence, "evidence", LONGEST_TEXT),
                control);
    }
}
