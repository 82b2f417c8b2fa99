package org.redress.desk.recovery.reaction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.followup.FollowUp;
import org.redress.desk.recovery.followup.FollowUps;
import org.redress.desk.recovery.voice.Voice;
import org.redress.desk.recovery.voice.Voices;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.TicketStory;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.trail.Trail;
import org.springframework.stereotype.Component;

/**
 * Brings the steps of a ticket's reaction to where what is recorded of the ticket says they stand. It looks at all of it anew
 * each time, so that it does not matter which message comes first, or comes twice.
 */
@Component
class ReactionLedger {

    private static final List<ReactionStep> AT_ONCE =
            List.of(ReactionStep.APOLOGY, ReactionStep.URGENT, ReactionStep.EMPATHY, ReactionStep.SYMBOLIC);

    /** A type that was decided longer ago belongs to a time before there was a reaction. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final String REOPEN = "reopen";

    private final ReactionRows rows;
    private final ReactionSteps steps;
    private final Tickets tickets;
    private final Remedies remedies;
    private final Voices voices;
    private final FollowUps followUps;
    private final Trail trail;
    private final Clock clock;

    ReactionLedger(
            ReactionRows rows,
            ReactionSteps steps,
            Tickets tickets,
            Remedies remedies,
            Voices voices,
            FollowUps followUps,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.tickets = tickets;
        this.remedies = remedies;
        this.voices = voices;
        this.followUps = followUps;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Looks at a ticket.
     *
     * @param opened whether it was told that the ticket has just been opened
     */
    void look(Actor product, TicketId id, boolean opened) {
        Ticket ticket = tickets.get(product, id);
        Instant identified = identified(ticket, opened);
        // Of what was reported there was a first ring, however late we hear of it.
        int round = opened ? 0 : ticket.outcome().reopened();
        if (identified != null && rows.begin(product.bureau(), id, round, identified)) {
            steps.begin(product, ticket, round, AT_ONCE, identified);
            trail.record(product, "reaction.begin", Reactions.KIND, id.value(), "{}");
        }
        rows.hold(product.bureau(), id).ifPresent(ring -> bring(product, ticket, reopened(product, ticket, ring)));
    }

    /** The ring that holds: another one where the matter was opened again since it began. */
    private Ring reopened(Actor product, Ticket ticket, Ring ring) {
        int times = ticket.outcome().reopened();
        Instant at = times > ring.round() ? lastReopened(product, ticket) : null;
        if (at == null) {
            return ring;
        }
        leave(product, ticket, ring, at);
        Ring next = new Ring(times, at);
        rows.next(product.bureau(), ticket.id(), next, at);
        steps.begin(product, ticket, times, AT_ONCE, at);
        trail.record(product, "reaction.begin", Reactions.KIND, ticket.id().value(), "{\"round\":%d}".formatted(times));
        return next;
    }

    private @Nullable Instant lastReopened(Actor product, Ticket ticket) {
        return tickets.story(product, ticket.id()).entries().stream()
                .filter(TicketStory.Happened.class::isInstance)
                .map(TicketStory.Happened.class::cast)
                .filter(one -> one.what().equals(REOPEN))
                .map(TicketStory.Happened::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What was late by then and not done stays missed; what was not late is owed in the next ring instead. */
    private void leave(Actor product, Ticket ticket, Ring ring, Instant at) {
        ReactionEvidence evidence = evidence(product, ticket).within(ring.reopenedAt(), at);
        for (StepStanding step : steps.of(product, ticket.id()).values()) {
            if (!step.open()) {
                continue;
            }
            Optional<ReactionEvidence.Deed> deed = evidence.of(step.step());
            if (deed.isPresent()) {
                steps.meet(product, step, deed.get(), "");
            } else if (step.step() != ReactionStep.FOLLOW_UP && step.dueAt().isBefore(at)) {
                steps.miss(product, step);
            } else {
                steps.spare(product, step, ReactionDeed.REOPENED, "", product.staff());
            }
        }
    }

    /**
     * When the failure was identified: as soon as a customer reports one, which is when we heard of it; of other matters when
     * somebody says that they were a failure. Null where it is none, or where another system had the beginning of it.
     */
    private @Nullable Instant identified(Ticket ticket, boolean opened) {
        if (ticket.origin().externalNumber() != null) {
            return null;
        }
        boolean reported = ticket.kind() == TicketKind.COMPLAINT
                || ticket.kind() == TicketKind.FAULT
                || ticket.kind() == TicketKind.BILL_DISPUTE;
        if (reported) {
            return opened ? steps.earlier(ticket.origin().receivedAt()) : null;
        }
        Ticket.Classified classified = ticket.classified();
        return classified != null && classified.at().isAfter(clock.instant().minus(FRESH)) ? classified.at() : null;
    }

    private void bring(Actor product, Ticket ticket, Ring ring) {
        Map<ReactionStep, StepStanding> standing = steps.of(product, ticket.id());
        boolean asks = over(ticket) && !standing.containsKey(ReactionStep.FOLLOW_UP);
        if (!asks && standing.values().stream().noneMatch(step -> step.open() || mayStillCome(step))) {
            standing.values().stream()
                    .filter(step -> step.remedy() != null)
                    .forEach(step -> check(product, ticket, ring, step));
            return;
        }
        if (asks) {
            followUp(product, ticket, ring);
        }
        ReactionEvidence evidence = evidence(product, ticket).within(ring.reopenedAt(), null);
        for (StepStanding step : steps.of(product, ticket.id()).values()) {
            if (step.open()) {
                evidence.of(step.step()).ifPresent(deed -> steps.meet(product, step, deed, ""));
            } else if (step.state() == ReactionState.MET && !evidence.stands(step.remedy())) {
                steps.reopen(product, step);
                evidence.of(step.step()).ifPresent(deed -> steps.meet(product, step, deed, ""));
            } else if (mayStillCome(step)) {
                evidence.ofRun(step.step()).ifPresent(deed -> steps.makeUp(product, step, deed));
            }
        }
        end(product, ticket);
    }

    /** Nobody may give on a ticket what a run of credits gives, and that comes when it comes. */
    private static boolean mayStillCome(StepStanding step) {
        return step.state() == ReactionState.MISSED && step.step() == ReactionStep.SYMBOLIC;
    }

    private void check(Actor product, Ticket ticket, Ring ring, StepStanding step) {
        if (!evidence(product, ticket).stands(step.remedy())) {
            steps.reopen(product, step);
            bring(product, ticket, ring);
        }
    }

    private ReactionEvidence evidence(Actor product, Ticket ticket) {
        List<Remedy> standing = remedies.of(product, List.of(ticket.id())).getOrDefault(ticket.id(), List.of()).stream()
                .filter(Remedy::stands)
                .toList();
        List<Voice> asked = voices.of(product, ticket.id()).stream()
                .sorted(Comparator.comparing(Voice::askedAt))
                .toList();
        List<TicketStory.Happened> happened = tickets.story(product, ticket.id()).entries().stream()
                .filter(TicketStory.Happened.class::isInstance)
                .map(TicketStory.Happened.class::cast)
                .toList();
        return new ReactionEvidence(standing, asked, happened, answered(product, ticket));
    }

    private ReactionEvidence.@Nullable Deed answered(Actor product, Ticket ticket) {
        FollowUp last = followUps.of(product, List.of(ticket.id())).get(ticket.id());
        if (last == null
                || last.answer() == null
                || last.round() != ticket.outcome().reopened()) {
            return null;
        }
        FollowUp.Answer answer = last.answer();
        StaffId by = answer.enteredBy() == null ? product.staff() : answer.enteredBy();
        return new ReactionEvidence.Deed(ReactionDeed.ANSWERED, answer.at(), by, null);
    }

    private static boolean over(Ticket ticket) {
        return ticket.state() == TicketState.RESOLVED || ticket.state() == TicketState.CLOSED;
    }

    /** Begins when the matter is resolved. */
    private void followUp(Actor product, Ticket ticket, Ring ring) {
        Instant resolved = ticket.outcome().resolvedAt();
        steps.begin(
                product,
                ticket,
                ring.round(),
                List.of(ReactionStep.FOLLOW_UP),
                resolved == null ? clock.instant() : resolved);
    }

    /** What was not done when the ticket ended is missed, or was not owed. */
    private void end(Actor product, Ticket ticket) {
        if (ticket.state().open()) {
            return;
        }
        for (StepStanding step : steps.of(product, ticket.id()).values()) {
            if (!step.open() || (over(ticket) && step.step() == ReactionStep.FOLLOW_UP)) {
                continue;
            }
            if (over(ticket)) {
                steps.miss(product, step);
            } else {
                steps.spare(product, step, ReactionDeed.ENDED, "", product.staff());
            }
        }
    }
}
