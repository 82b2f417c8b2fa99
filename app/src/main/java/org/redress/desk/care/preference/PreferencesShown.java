package org.redress.desk.care.preference;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/**
 * What holds for a customer, where it is to be read before anything is said to them.
 *
 * @param ticket that is being worked on, or null
 * @param taking whether it stands within the form in which a contact is taken
 * @param writing whether the reader may note, confirm and withdraw
 */
public record PreferencesShown(
        CustomerId customer,
        @Nullable TicketId ticket,
        boolean taking,
        boolean writing,
        List<Line> lines,
        ZoneId zone) {

    /**
     * One of them.
     *
     * @param stale whether one had better ask again
     */
    public record Line(Preference preference, String notedBy, boolean stale) {

        public String id() {
            return preference.id().value().toString();
        }
    }

    public boolean stale() {
        return lines.stream().anyMatch(Line::stale);
    }

    public String path() {
        return "/customers/" + customer.value() + "/preferences";
    }

    public static List<Choice> kinds(Words words) {
        return Arrays.stream(PreferenceKind.values())
                .map(kind -> new Choice(kind.name(), words.text("preference.kind." + kind)))
                .toList();
    }

    public static List<Choice> origins(Words words) {
        return Arrays.stream(Origin.values())
                .map(origin -> new Choice(origin.name(), words.text("preference.origin." + origin)))
                .toList();
    }

    public static List<Choice> reasons(Words words) {
        return Arrays.stream(WithdrawalReason.values())
                .map(reason -> new Choice(reason.name(), words.text("preference.reason." + reason)))
                .toList();
    }
}
