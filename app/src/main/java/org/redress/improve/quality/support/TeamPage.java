package org.redress.improve.quality.support;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.web.Attempt;

/**
 * Those whom the reader leads: what each carries, and the words that are owed to them.
 *
 * @param team in their order
 */
public record TeamPage(
        Map<StaffMember, Records.Load> team,
        List<Relief> owed,
        Map<StaffId, String> names,
        Instant now,
        ZoneId zone,
        Attempt attempt) {

    public String name(StaffId person) {
        return names.getOrDefault(person, "");
    }

    /** The name of the form of one relief. */
    public static String form(Relief relief) {
        return SupportForms.SAY + relief.id().value();
    }
}
