package org.redress.improve.insight.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Consent;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.improve.insight.CauseId;

/**
 * What a closed recovery teaches: failure, cause, measures, effect, context (S8.4). Its words are without personal data.
 *
 * @param ticket from which it was written, and its id
 * @param revision 1 when it is first written, one more whenever the ticket has taught something else since
 * @param standing false while the ticket is open again: what it taught is in doubt
 * @param cause or null where none was named
 * @param measures what was given, in its order
 */
public record RecoveryCase(
        TicketId ticket,
        int revision,
        boolean standing,
        Failure failure,
        @Nullable CauseId cause,
        Handling handling,
        List<Measure> measures,
        Effect effect,
        Context context,
        Instant receivedAt,
        Instant closedAt) {

    public RecoveryCase {
        measures = List.copyOf(measures);
    }

    RecoveryCase revised(int number) {
        return new RecoveryCase(
                ticket, number, standing, failure, cause, handling, measures, effect, context, receivedAt, closedAt);
    }

    /**
     * What failed.
     *
     * @param type code in the taxonomy, or null where nobody decided
     */
    public record Failure(
            TicketKind kind,
            @Nullable String type,
            @Nullable FailureKind failed,
            @Nullable Attribution attribution,
            String subject,
            String said) {}

    /** What the customer was told last, and what was done about the matter; each may be empty. */
    public record Handling(String answer, String settlement) {}

    /**
     * Something that was given.
     *
     * @param after the customer had spoken
     * @param takenBack whether it was reversed later
     */
    public record Measure(RemedyKind kind, @Nullable Money sum, Duration after, boolean takenBack) {}

    /**
     * What is known of its effect.
     *
     * @param satisfied mark from the follow-up, 1 to 5; null where nobody answered
     */
    public record Effect(
            @Nullable Consent consent,
            int reopened,
            @Nullable Integer satisfied) {

        private static final int GOOD = 4;
        private static final int BAD = 2;

        /** What may be said of it; the customer's own answer counts before what staff asked, both before silence. */
        public Worked worked() {
            if (reopened > 0 || satisfied != null && satisfied <= BAD) {
                return Worked.NOT;
            }
            if (satisfied != null) {
                return satisfied >= GOOD ? Worked.YES : Worked.UNKNOWN;
            }
            return consent == Consent.CONTENT
                    ? Worked.YES
                    : consent == Consent.NOT_CONTENT ? Worked.NOT : Worked.UNKNOWN;
        }
    }

    /** Whether what was done put it right. Text by key {@code case.worked.NAME}. */
    public enum Worked {
        YES("done", "circle-check-f"),
        NOT("late", "alert-triangle-f"),
        UNKNOWN("ok", "help-circle");

        private final String look;
        private final String icon;

        Worked(String look, String icon) {
            this.look = look;
            this.icon = icon;
        }

        public String look() {
            return look;
        }

        public String icon() {
            return icon;
        }
    }

    /**
     * Where it happened.
     *
     * @param service that failed, as far as the words tell
     * @param place down to the road or village, never to a door; may be empty
     * @param segment of the customer; null where it is not known
     */
    public record Context(
            Service service,
            String place,
            Channel channel,
            @Nullable String segment) {}
}
