package org.redress.desk.fault;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Mood;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.UnitId;

/**
 * A fault as it is reported.
 *
 * @param contact id of the contact that the report is; reported again under the same id it is the same one
 * @param words in the customer's own words
 * @param spokenAt when the customer spoke; null for now
 * @param openedAt when the screen was opened; null where nobody knows
 * @param said answers to the questions of the {@link Diagnosis}
 * @param unit the repair post; null for that of the exchange
 * @param window when somebody comes; null where nothing is agreed
 * @param wished whether the customer asked for that time: the clock then stands still until it begins
 */
public record NewFault(
        ContactId contact,
        LineId line,
        Channel channel,
        Mood mood,
        String words,
        @Nullable Instant spokenAt,
        @Nullable Instant openedAt,
        List<Diagnosis.Said> said,
        @Nullable UnitId unit,
        @Nullable Window window,
        boolean wished) {

    public NewFault {
        said = List.copyOf(said);
    }

    NewOrder order() {
        return new NewOrder(line, said, unit, window, wished);
    }
}
