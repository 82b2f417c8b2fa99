package org.redress.desk.fault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * A reported fault with its work order. Immutable; every step gives the fault after it.
 *
 * @param level 1; higher where the line had been repaired not long before
 * @param repeatOf the repair that did not last, or null
 * @param pointed what the diagnosis pointed to, text by key {@code fault.points.CODE}; null where it was not finished
 * @param unit the repair post
 * @param acceptedBy who took it up there, or null
 * @param first whether the customer was promised that it comes before others
 */
public record Fault(
        FaultId id,
        TicketId ticket,
        LineId line,
        @Nullable OutageId outage,
        int level,
        @Nullable FaultId repeatOf,
        @Nullable String pointed,
        RepairState state,
        UnitId unit,
        Reported reported,
        @Nullable StaffId acceptedBy,
        @Nullable Window window,
        Work work,
        Due due,
        boolean first,
        int version) {

    /** Who reported it and when the time of the fault begins: as the ticket came, or at a later repair of the line before it. */
    public record Reported(StaffId by, Instant at) {}

    /**
     * What was found and done.
     *
     * @param restoredAt null while it is not
     * @param denials how many times the customer has said that it does not work yet
     */
    public record Work(
            @Nullable FaultCause cause,
            @Nullable String done,
            @Nullable Instant restoredAt,
            int denials) {

        static final Work NONE = new Work(null, null, null, 0);
    }

    /**
     * What its clock says.
     *
     * @param at {@link Instant#MAX} while it stands still without a known end
     * @param late whether it was restored too late
     */
    public record Due(Instant at, boolean late) {}

    boolean legal(RepairStep step) {
        return step.from().contains(state);
    }

    /** Whether somebody had repaired the line not long before. */
    public boolean repeated() {
        return repeatOf != null;
    }

    Fault sentTo(UnitId post) {
        return after(RepairStep.SEND, post, null, work, due);
    }

    Fault acceptedBy(StaffId person) {
        return after(RepairStep.ACCEPT, unit, person, work, due);
    }

    Fault arrived() {
        return after(RepairStep.ARRIVE, unit, acceptedBy, work, due);
    }

    Fault restored(FaultCause cause, String done, Instant at, boolean late) {
        return after(
                RepairStep.RESTORE, unit, acceptedBy, new Work(cause, done, at, work.denials), new Due(due.at, late));
    }

    Fault notRestored(FaultCause cause, String done) {
        return after(RepairStep.FAIL, unit, acceptedBy, new Work(cause, done, null, work.denials), due);
    }

    Fault confirmed() {
        return after(RepairStep.CONFIRM, unit, acceptedBy, work, due);
    }

    Fault tried() {
        return after(RepairStep.NOT_REACHED, unit, acceptedBy, work, due);
    }

    Fault givenUp() {
        return after(RepairStep.GIVE_UP, unit, acceptedBy, work, due);
    }

    /** Back at the post; what was found and done before stands in the history. */
    Fault denied(Instant dueAt) {
        return after(
                RepairStep.DENY,
                unit,
                null,
                new Work(work.cause, work.done, null, work.denials + 1),
                new Due(dueAt, due.late));
    }

    Fault withdrawn() {
        return after(RepairStep.WITHDRAW, unit, acceptedBy, work, due);
    }

    Fault appointed(Window agreed, Instant dueAt) {
        return new Fault(
                id,
                ticket,
                line,
                outage,
                level,
                repeatOf,
                pointed,
                state,
                unit,
                reported,
                acceptedBy,
                agreed,
                work,
                new Due(dueAt, due.late),
                first,
                version);
    }

    private Fault after(RepairStep step, UnitId post, @Nullable StaffId person, Work then, Due owed) {
        if (!legal(step)) {
            throw new IllegalStateException(step + " from " + state);
        }
        return new Fault(
                id,
                ticket,
                line,
                outage,
                level,
                repeatOf,
                pointed,
                step.to(state),
                post,
                reported,
                person,
                window,
                then,
                owed,
                first,
                version);
    }
}
