package org.redress.desk.appeal.chain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.Satisfaction;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * What a customer took to the regulator, as it stands.
 *
 * @param number people say {@code A-0012}
 * @param ticket under which the operator works on it
 * @param reference its number at the regulator; empty while nobody knows it
 * @param dueAt when the clock that runs next falls due; null once it has ended
 * @param refusals the conditions for which it was refused
 * @param satisfaction what the appellant said when asked afterwards
 */
public record Appeal(
        AppealId id,
        int number,
        TicketId ticket,
        String reference,
        AppealState state,
        StaffId handler,
        UnitId unit,
        Grounds grounds,
        Instant receivedAt,
        @Nullable Instant dueAt,
        Reply reply,
        List<Condition> refusals,
        @Nullable Satisfaction satisfaction,
        @Nullable Instant endedAt,
        int version) {

    public Appeal {
        refusals = List.copyOf(refusals);
    }

    /**
     * What the appellant says.
     *
     * @param appellant their name; empty where they give none
     * @param reach telephone or address; empty where they give none
     * @param occurredOn when the fee was charged, or the event happened
     * @param complainedOn when they asked the operator; null where they have not
     * @param elsewhere whether a court, an arbitrator, a consumers' association or another authority has it
     * @param receivedOn when the appeal was made
     */
    public record Grounds(
            String appellant,
            String reach,
            Dispute dispute,
            String matter,
            String claim,
            LocalDate occurredOn,
            @Nullable LocalDate complainedOn,
            FirstAnswer firstAnswer,
            boolean settledBefore,
            boolean handledBefore,
            boolean elsewhere,
            LocalDate receivedOn) {}

    /**
     * The operator's reply.
     *
     * @param dueAt null until the appeal is forwarded
     * @param inTime null until the operator has replied
     */
    public record Reply(@Nullable Instant dueAt, @Nullable Boolean inTime) {

        static final Reply NONE = new Reply(null, null);
    }

    /** The number as people say it. */
    public String spoken() {
        return "A-%04d".formatted(number);
    }

    /** The first line of the matter, for lists. */
    public String headline() {
        return grounds.matter().lines().findFirst().orElse("");
    }

    public boolean lateAt(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    /** After a step, before its clocks are known; a bug where the step is not legal. */
    Appeal after(AppealStep step, List<Condition> refused, Instant now) {
        if (!step.from().contains(state)) {
            throw new IllegalStateException(step + " of an appeal that is " + state);
        }
        return new Appeal(
                id,
                number,
                ticket,
                reference,
                step.to(),
                handler,
                unit,
                grounds,
                receivedAt,
                dueAt,
                reply,
                refused,
                satisfaction,
                step.to().open() ? null : now,
                version);
    }

    Appeal timed(@Nullable Instant due, Reply replied) {
        return new Appeal(
                id,
                number,
                ticket,
                reference,
                state,
                handler,
                unit,
                grounds,
                receivedAt,
                due,
                replied,
                refusals,
                satisfaction,
                endedAt,
                version);
    }

    Appeal asked(Satisfaction said) {
        return new Appeal(
                id,
                number,
                ticket,
                reference,
                state,
                handler,
                unit,
                grounds,
                receivedAt,
                dueAt,
                reply,
                refusals,
                said,
                endedAt,
                version);
    }
}
