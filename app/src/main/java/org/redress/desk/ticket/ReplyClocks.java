package org.redress.desk.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.ClockChange;
import org.redress.ground.commitment.ClockStart;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.commitment.Subject;
import org.redress.ground.commitment.UnitCalendars;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/**
 * The clock of the reply to the customer: runs while the last word is theirs, from when the matter was received until it is
 * answered, or closed with the reason why it is not. Every kind is owed a reply, praise too; how soon is a rule of its kind.
 */
@Component
class ReplyClocks {

    /** The clock's name, whatever the kind, and the rule that sets the limit of complaints. */
    static final String REPLY = "complaint.reply";

    /** The kind of its subjects. */
    static final String KIND = "ticket";

    /** A clock keeps this much of a reason; the ticket has it whole. */
    private static final int LONGEST_NOTE = 500;

    private final Commitments commitments;
    private final Rulebook rulebook;
    private final UnitCalendars calendars;
    private final java.time.Clock time;

    ReplyClocks(Commitments commitments, Rulebook rulebook, UnitCalendars calendars, java.time.Clock time) {
        this.commitments = commitments;
        this.rulebook = rulebook;
        this.calendars = calendars;
        this.time = time;
    }

    /** Starts the clocks of those to whom a reply is owed; the others are not in the answer. */
    Map<UUID, ReplyNow> start(Actor actor, List<Fresh> tickets) {
        List<ClockStart> starts = tickets.stream()
                .filter(ticket -> ticket.state().inHand())
                .map(ticket -> clockStart(actor, ticket))
                .toList();
        if (starts.isEmpty()) {
            return Map.of();
        }
        commitments.startAll(actor, starts);
        Map<UUID, ReplyNow> replies = new HashMap<>();
        commitments
                .of(actor, starts.stream().map(ClockStart::subject).toList())
                .forEach((subject, clocks) -> replies.put(subject.id(), now(clocks.getLast())));
        return replies;
    }

    /** Starts the clock of one ticket, whose last one has ended. */
    ReplyNow start(Actor actor, UUID ticket, UnitId unit, TicketKind kind, Instant from) {
        return now(commitments.start(actor, clockStart(actor, ticket, unit, kind, from)));
    }

    private ClockStart clockStart(Actor actor, Fresh ticket) {
        ClockStart start = clockStart(
                actor, ticket.id(), ticket.unit(), ticket.kind(), earlier(ticket.receivedAt(), time.instant()));
        return ticket.state() == TicketState.PENDING ? start.waitingFor(PauseReason.WAITING_FOR_CUSTOMER) : start;
    }

    /** By the rule of the day on which it starts; what is older than every rule is measured by that of today. */
    private ClockStart clockStart(Actor actor, UUID ticket, UnitId unit, TicketKind kind, Instant from) {
        String code = rule(kind);
        Rule rule = rulebook.find(actor.bureau(), code, LocalDate.ofInstant(from, actor.zone()))
                .orElseGet(() -> rulebook.get(actor.bureau(), code, LocalDate.ofInstant(time.instant(), actor.zone())));
        return ClockStart.by(
                rule, Subject.ticket(ticket), REPLY, calendars.of(actor.bureau(), unit, rule.limit()), from);
    }

    private static String rule(TicketKind kind) {
        return switch (kind) {
            case COMPLAINT -> REPLY;
            case FAULT -> "fault.reply";
            case BILL_DISPUTE -> "dispute.reply";
            case ENQUIRY -> "enquiry.reply";
            case SUGGESTION -> "suggestion.reply";
            case PRAISE -> "praise.reply";
        };
    }

    ReplyNow pause(Actor actor, UUID ticket, Held held, String note) {
        return changed(commitments.pause(
                actor, Subject.ticket(ticket), REPLY, held.reason(), Wording.cut(note, LONGEST_NOTE), held.until()));
    }

    /** After an appointment it may run by itself already. */
    ReplyNow resume(Actor actor, UUID ticket) {
        Subject subject = Subject.ticket(ticket);
        ClockChange change = commitments.resume(actor, subject, REPLY);
        boolean runs = change instanceof ClockChange.Refused(ClockChange.Reason reason)
                && reason == ClockChange.Reason.RUNNING;
        return runs ? now(commitments.of(actor, subject).getLast()) : changed(change);
    }

    /** The customer has been answered or the matter closed, or resolved at a moment as far as another system says so. */
    ReplyNow stop(Actor actor, UUID ticket, Instant at) {
        Subject subject = Subject.ticket(ticket);
        ClockChange change = commitments.stop(actor, subject, REPLY, earlier(at, time.instant()));
        boolean beforeItsLastPause = change instanceof ClockChange.Refused(ClockChange.Reason reason)
                && reason == ClockChange.Reason.TOO_EARLY;
        return changed(beforeItsLastPause ? commitments.stop(actor, subject, REPLY, time.instant()) : change);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** No reply is owed any longer. */
    ReplyNow cancel(Actor actor, UUID ticket) {
        return changed(commitments.cancel(actor, Subject.ticket(ticket), REPLY));
    }

    private ReplyNow changed(ClockChange change) {
        return switch (change) {
            case ClockChange.Changed(Clock clock) -> now(clock);
            // Ticket and clock are written together; that they differ is a bug, and nothing of it may be kept.
            case ClockChange.Refused(ClockChange.Reason reason) ->
                throw new IllegalStateException("the clock of the reply is " + reason);
        };
    }

    private ReplyNow now(Clock clock) {
        ClockState state = clock.state(time.instant());
        Instant due = clock.dueAt();
        Instant ended = clock.endedAt();
        return switch (state) {
            case OK, DUE, LATE -> ReplyNow.running(java.util.Objects.requireNonNull(due));
            case PAUSED -> ReplyNow.standing();
            case DONE, DONE_LATE -> ReplyNow.ended(java.util.Objects.requireNonNull(ended), state == ClockState.DONE);
            case CANCELLED -> ReplyNow.NONE;
        };
    }
}
