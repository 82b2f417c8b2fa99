package org.redress.desk.care.preference;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/** Lays out what holds for a customer. */
@Component
public class PreferenceViews {

    private final Preferences preferences;
    private final Staff staff;

    PreferenceViews(Preferences preferences, Staff staff) {
        this.preferences = preferences;
        this.staff = staff;
    }

    /** Whether this person may read any. */
    public static boolean reads(Actor actor) {
        return actor.may(Action.READ, Preferences.KIND);
    }

    /**
     * What holds for a customer, with its buttons.
     *
     * @param ticket that is being worked on, or null
     * @param taking whether it stands within the form in which a contact is taken
     */
    public PreferencesShown shown(Actor actor, CustomerId customer, @Nullable TicketId ticket, boolean taking) {
        return new PreferencesShown(
                customer,
                ticket,
                taking,
                actor.may(Action.WRITE, Preferences.KIND),
                lines(actor, preferences.standing(actor, customer)),
                actor.zone());
    }

    List<PreferencesShown.Line> lines(Actor actor, List<Preference> some) {
        Instant before = preferences.askAgainBefore(actor);
        Map<StaffId, StaffMember> people =
                staff.members(actor, some.stream().map(Preference::notedBy).toList());
        return some.stream()
                .map(one -> new PreferencesShown.Line(
                        one, name(people, one.notedBy()), one.holds() && one.staleSince(before)))
                .toList();
    }

    Map<StaffId, StaffMember> people(Actor actor, Collection<StaffId> ids) {
        return staff.members(actor, ids);
    }

    static String name(Map<StaffId, StaffMember> people, StaffId id) {
        StaffMember member = people.get(id);
        return member == null ? "" : member.name();
    }
}
