package org.redress.desk.recovery;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;

/**
 * What was given to the customer of a ticket.
 *
 * @param sum what it cost, in the bureau's currency, more than 0; null where it is no money
 * @param takenBack who reversed it and when, null while it stands
 * @param run of credits that gave and paid it, or null
 */
public record Remedy(
        RemedyId id,
        TicketId ticket,
        RemedyKind kind,
        @Nullable Money sum,
        String note,
        StaffId givenBy,
        Instant givenAt,
        @Nullable TakenBack takenBack,
        State state,
        @Nullable UUID run) {

    /** How far it is. Text by key {@code remedy.state.NAME}. */
    public enum State {
        /** Nothing to be paid by the ledger. */
        GIVEN,
        /** Waits for somebody who may say yes to its sum. */
        PENDING,
        PROMISED,
        POSTED,
        REVERSED,
        REFUSED
    }

    /** The reversal of a remedy. */
    public record TakenBack(StaffId by, Instant at) {}

    /** Whether the customer has it. */
    public boolean stands() {
        return takenBack == null && (state == State.GIVEN || state == State.PROMISED || state == State.POSTED);
    }

    /** Whether it was given by a run of credits, so that it is taken back with that alone. */
    public boolean ofRun() {
        return run != null;
    }

    /** Whether somebody still has to say yes to it. */
    public boolean waits() {
        return state == State.PENDING;
    }

    /** Whether the ledger pays for it. */
    public boolean paid() {
        return state != State.GIVEN;
    }

    /** How its state looks. */
    public @Nullable String look() {
        return switch (state) {
            case PENDING -> "due";
            case REFUSED -> "late";
            case POSTED -> "done";
            case GIVEN, PROMISED, REVERSED -> null;
        };
    }
}
