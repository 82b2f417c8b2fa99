package org.redress.desk.recovery.pattern.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.pattern.Pattern;
import org.redress.desk.recovery.pattern.PatternCase;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;

/**
 * One pattern with what makes it up.
 *
 * @param reviewing whether the reader may review it
 */
public record PatternPage(
        Pattern pattern,
        List<PatternCase> cases,
        Map<StaffId, StaffMember> people,
        Map<CustomerId, CustomerCard> customers,
        boolean reviewing,
        Attempt attempt,
        ZoneId zone) {

    public String person(StaffId id) {
        StaffMember member = people.get(id);
        return member == null ? "" : member.name();
    }

    /** A customer's name as far as it is known. */
    public String customer(@Nullable CustomerId id) {
        CustomerCard card = id == null ? null : customers.get(id);
        return card == null || card.name() == null ? "" : card.name();
    }

    /** Why it is on the list, with the numbers by which it was found. */
    public String why(Words words) {
        Object[] bounds = pattern.bounds().split(" ");
        return words.text("pattern.why." + pattern.kind(), bounds);
    }
}
