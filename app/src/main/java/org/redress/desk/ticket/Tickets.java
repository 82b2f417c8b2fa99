package org.redress.desk.ticket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;

/**
 * Tickets one at a time. Every change is one transaction with its history, its trail and its message; the version that
 * the person saw is compared in the statement that writes. A ticket outside the reader's scope is absent (404), one that
 * may be read and not written is forbidden (403).
 */
public interface Tickets {

    /** Opens a ticket; whoever opens it answers for it to the end. */
    Ticket open(Actor actor, NewTicket matter);

    Ticket get(Actor actor, TicketId id);

    Optional<Ticket> find(Actor actor, TicketNumber number);

    /** What happened with it, notes included: for staff only. */
    TicketStory story(Actor actor, TicketId id);

    /** Takes a ticket that came from a file and that nobody has taken; again by the same person changes nothing. */
    StepResult take(Actor actor, TicketId id);

    /** A step of the state machine. {@code why} is required where the {@link Step} says so. */
    StepResult step(Actor actor, TicketId id, int version, Step step, @Nullable String why);

    /** Closes a resolved ticket; for an answer or a settlement that is missing, the reason why. */
    StepResult close(
            Actor actor, TicketId id, int version, @Nullable String withoutAnswer, @Nullable String withoutSettlement);

    /** Decides the failure type, what failed and whose doing it was. */
    StepResult classify(
            Actor actor,
            TicketId id,
            int version,
            String type,
            @Nullable FailureKind kind,
            @Nullable Attribution attribution);

    /** Records what was said to the customer; stops the clock of the reply. */
    StepResult answer(Actor actor, TicketId id, int version, Channel channel, String text);

    /** Records what was done about the matter. */
    StepResult settle(Actor actor, TicketId id, int version, String text);

    /** Gives the responsibility to somebody else; needs the right to assign and a reason. */
    StepResult reassign(Actor actor, TicketId id, int version, StaffId to, String why);

    /** Adds an internal note, which no customer ever sees. */
    void note(Actor actor, TicketId id, String text);
}
