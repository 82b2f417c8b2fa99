package org.redress.ground.identity;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is away, and a form to say so.
 *
 * @param people whose absence the reader may enter; one, where it is only their own
 * @param typed what came back, or nothing
 */
public record AbsencesPage(
        List<Line> lines, List<StaffMember> people, List<StaffMember> deputies, Typed typed, ZoneId zone) {

    /**
     * An absence with its names.
     *
     * @param deputy null where nobody is named
     * @param mayEnd whether the reader may end it
     */
    public record Line(
            Absence absence, String name, @Nullable String deputy, boolean mayEnd) {}

    /** A form as it was filled in, and what is wrong with it. */
    public record Typed(
            String staff,
            String from,
            String until,
            String deputy,
            @Nullable String field,
            @Nullable String error) {

        static final Typed NOTHING = new Typed("", "", "", "", null, null);

        Typed refused(String field, String error) {
            return new Typed(staff, from, until, deputy, field, error);
        }

        public @Nullable String error(String name) {
            return name.equals(field) ? error : null;
        }
    }
}
