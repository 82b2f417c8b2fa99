package org.redress.desk.ticket.workplace;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.text.Words;

/** Names of the people who stand on a page, fetched together. */
record People(Actor reader, Words words, Map<StaffId, StaffMember> known) {

    static People of(Staff staff, Actor reader, Words words, Collection<StaffId> ids) {
        return new People(reader, words, staff.members(reader, ids));
    }

    /** The name; “the system” for what nobody did in person. */
    String name(StaffId id) {
        StaffMember member = known.get(id);
        return member == null ? words.text("ticket.by.system") : member.name();
    }

    /** The unit, or nothing for the system. */
    String unit(StaffId id) {
        StaffMember member = known.get(id);
        return member == null ? "" : member.unitName();
    }

    boolean self(StaffId id) {
        return id.equals(reader.staff());
    }

    /** One character of a Chinese name, two of another. */
    String initials(StaffId id) {
        String name = name(id);
        int first = name.codePointAt(0);
        return Character.isIdeographic(first)
                ? Character.toString(first)
                : name.substring(0, Math.min(2, name.length())).toUpperCase(Locale.ROOT);
    }
}
