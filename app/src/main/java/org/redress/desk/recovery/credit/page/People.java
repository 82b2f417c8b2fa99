package org.redress.desk.recovery.credit.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.text.Words;

/** The people of a page. */
public record People(Map<StaffId, StaffMember> people) {

    /** Their name; of the product, that it acted by itself. */
    public String name(Words words, @Nullable StaffId id) {
        StaffMember member = id == null ? null : people.get(id);
        if (member != null) {
            return member.name();
        }
        return Staff.COMMAND.equals(id) ? words.text("credit.itself") : "";
    }
}
