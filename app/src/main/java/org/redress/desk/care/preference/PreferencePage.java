package org.redress.desk.care.preference;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.rulebook.Rule;
import org.redress.platform.web.Attempt;

/**
 * Everything that was noted of a customer, and what happened to it.
 *
 * @param all the latest first, withdrawn ones too
 * @param rule after how long one asks again
 */
public record PreferencePage(
        CustomerCard customer,
        List<PreferencesShown.Line> all,
        List<PreferenceStep> steps,
        Map<StaffId, StaffMember> people,
        Rule rule,
        boolean writing,
        Attempt attempted,
        ZoneId zone) {

    public String person(StaffId id) {
        return PreferenceViews.name(people, id);
    }

    public String path() {
        return "/customers/" + customer.id().value() + "/preferences";
    }

    /** The words of the preference to which something happened. */
    public String words(PreferenceStep step) {
        return all.stream()
                .map(PreferencesShown.Line::preference)
                .filter(one -> one.id().equals(step.preference()))
                .map(Preference::words)
                .findFirst()
                .orElse("");
    }
}
