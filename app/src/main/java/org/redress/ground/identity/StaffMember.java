package org.redress.ground.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/**
 * A member of staff as lists and other modules show them.
 *
 * @param language the language this person chose, or null to follow the browser
 */
public record StaffMember(
        StaffId id,
        String signIn,
        String name,
        String number,
        UnitId unit,
        String unitName,
        String post,
        boolean active,
        @Nullable Locale language) {

    /** The language in which they are written to: their own choice, else that of the house. */
    public Locale reads() {
        return language == null ? Words.CHINESE : language;
    }

    /** A person and the unit to which they belong. */
    public record Place(StaffId staff, UnitId unit) {}
}
