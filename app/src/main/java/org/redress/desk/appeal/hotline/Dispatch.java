package org.redress.desk.appeal.hotline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.Satisfaction;
import org.redress.desk.contact.ContactId;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * What the city's hot line sent, as it stands.
 *
 * @param number as the city writes it
 * @param ticket that it became
 * @param matter what the customer told the city
 * @param sentBack whether it was sent back to be done again; that happens once
 * @param satisfaction what the city heard on its last visit
 */
public record Dispatch(
        DispatchId id,
        String number,
        Urgency urgency,
        TicketId ticket,
        ContactId contact,
        DispatchState state,
        String matter,
        StaffId handler,
        UnitId unit,
        Instant receivedAt,
        Signing signing,
        @Nullable Instant answeredAt,
        boolean sentBack,
        @Nullable Satisfaction satisfaction,
        @Nullable Instant closedAt,
        int version) {

    /** When it must be signed for, and when it was. */
    public record Signing(
            Instant dueAt, @Nullable Instant at, @Nullable Boolean inTime) {}

    /** The first line of the matter, for lists. */
    public String headline() {
        return matter.lines().findFirst().orElse("");
    }

    /** After a step; a bug where the step is not legal. */
    Dispatch after(DispatchStep step, Signing signed, Instant now) {
        if (!step.from().contains(state)) {
            throw new IllegalStateException(step + " of a dispatch that is " + state);
        }
        return new Dispatch(
                id,
                number,
                urgency,
                ticket,
                contact,
                step.to(),
                matter,
                handler,
                unit,
                receivedAt,
                signed,
                step == DispatchStep.ANSWER ? now : answeredAt,
                sentBack || step == DispatchStep.SEND_BACK,
                switch (step) {
                    case CONTENT -> Satisfaction.SATISFIED;
                    case UNREACHED -> Satisfaction.UNREACHED;
                    case SEND_BACK, GIVE_UP -> Satisfaction.UNSATISFIED;
                    case SIGN, ANSWER -> satisfaction;
                },
                step.to() == DispatchState.CLOSED ? now : null,
                version);
    }
}
