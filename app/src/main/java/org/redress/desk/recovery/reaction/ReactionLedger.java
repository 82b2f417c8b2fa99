package org.redress.desk.recovery.reaction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.redress.ground.identity.UnitId;
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

    private final ReactionRows rows;
    private final ReactionClocks clocks;
    private final Tickets tickets;
    private final Remedies remedies;
    private final Voices voices;
    private final FollowUps followUps;
    private final Trail trail;
    private final Clock clock;

    ReactionLedger(
            ReactionRows rows,
            ReactionClocks clocks,
            Tickets tickets,
            Remedies remedies,
            Voices voices,
            FollowUps followUps,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.clocks = clocks;
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
        if (identified != null && rows.begin(product.bureau(), id, identified)) {
            begin(product, ticket, AT_ONCE, identified);
            trail.record(product, "reaction.begin", Reactions.KIND, id.value(), "{}");
        }
        if (rows.hold(product.bureau(), id)) {
            bring(product, ticket);
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
            return opened ? earlier(ticket.origin().receivedAt()) : null;
        }
        Ticket.Classified classified = ticket.classified();
        return classified != null && classified.at().isAfter(clock.instant().minus(FRESH)) ? classified.at() : null;
    }

    private Instant earlier(Instant at) {
        Instant now = clock.instant();
        return at.isBefore(now) ? at : now;
    }

    private void begin(Actor product, Ticket ticket, List<ReactionStep> steps, Instant at) {
        Instant from = at.truncatedTo(ChronoUnit.SECONDS);
        UnitId unit = ticket.unit();
        clocks.start(product, ticket.id(), unit, steps, from)
                .forEach((step, due) -> rows.put(
                        product.bureau(),
                        new StepStanding(
                                ticket.id(),
                                step,
                                unit,
                                from,
                                due,
                                ReactionState.OPEN,
                                null,
                                false,
                                null,
                                null,
                                null,
                                "")));
    }

    private void bring(Actor product, Ticket ticket) {
        Map<ReactionStep, StepStanding> steps = steps(product, ticket.id());
        if (steps.values().stream().noneMatch(StepStanding::open) && !followUpOwed(ticket, steps)) {
            steps.values().stream().filter(step -> step.remedy() != null).forEach(step -> check(product, ticket, step));
            return;
        }
        followUp(product, ticket, steps);
        ReactionEvidence evidence = evidence(product, ticket);
        for (StepStanding step : steps(product, ticket.id()).values()) {
            if (step.open()) {
                evidence.of(step.step()).ifPresent(deed -> meet(product, step, deed, ""));
            } else if (step.state() == ReactionState.MET && !evidence.stands(step.remedy())) {
                reopen(product, step);
                evidence.of(step.step()).ifPresent(deed -> meet(product, step, deed, ""));
            }
        }
        end(product, ticket);
    }

    private Map<ReactionStep, StepStanding> steps(Actor product, TicketId ticket) {
        Map<ReactionStep, StepStanding> steps = new EnumMap<>(ReactionStep.class);
        rows.of(product.bureau(), ticket).forEach(step -> steps.put(step.step(), step));
        return steps;
    }

    private void check(Actor product, Ticket ticket, StepStanding step) {
        if (!evidence(product, ticket).stands(step.remedy())) {
            reopen(product, step);
            bring(product, ticket);
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

    private static boolean followUpOwed(Ticket ticket, Map<ReactionStep, StepStanding> steps) {
        StepStanding step = steps.get(ReactionStep.FOLLOW_UP);
        return over(ticket) && (step == null || step.deed() == ReactionDeed.REOPENED);
    }

    /** Begins when the matter is resolved; ends where it is opened again. */
    private void followUp(Actor product, Ticket ticket, Map<ReactionStep, StepStanding> steps) {
        StepStanding step = steps.get(ReactionStep.FOLLOW_UP);
        if (followUpOwed(ticket, steps)) {
            Instant resolved = ticket.outcome().resolvedAt();
            begin(
                    product,
                    ticket,
                    List.of(ReactionStep.FOLLOW_UP),
                    resolved == null ? clock.instant() : earlier(resolved));
        } else if (step != null && step.open() && ticket.state().inHand()) {
            spare(product, step, ReactionDeed.REOPENED, "", product.staff());
        }
    }

    /** What was not done when the ticket ended is missed, or was not owed. */
    private void end(Actor product, Ticket ticket) {
        if (ticket.state().open()) {
            return;
        }
        for (StepStanding step : steps(product, ticket.id()).values()) {
            if (!step.open() || (over(ticket) && step.step() == ReactionStep.FOLLOW_UP)) {
                continue;
            }
            if (over(ticket)) {
                clocks.cancel(product, ticket.id(), step.step());
                put(product, step, ReactionState.MISSED, clock.instant(), false, null, null, "");
            } else {
                spare(product, step, ReactionDeed.ENDED, "", product.staff());
            }
        }
    }

    void meet(Actor product, StepStanding step, ReactionEvidence.Deed deed, String words) {
        Instant at = deed.at().isBefore(step.startedAt()) ? step.startedAt() : earlier(deed.at());
        boolean late = clocks.stop(product, step.ticket(), step.step(), at);
        put(product, step, ReactionState.MET, at, late, deed, deed.by(), words);
    }

    void spare(Actor product, StepStanding step, ReactionDeed why, String words, StaffId by) {
        clocks.cancel(product, step.ticket(), step.step());
        put(
                product,
                step,
                ReactionState.SPARED,
                clock.instant(),
                false,
                new ReactionEvidence.Deed(why, clock.instant(), by, null),
                by,
                words);
    }

    /** The remedy by which it was met was taken back. */
    private void reopen(Actor product, StepStanding step) {
        Instant due = clocks.reopen(product, step.ticket(), step.step());
        rows.put(
                product.bureau(),
                new StepStanding(
                        step.ticket(),
                        step.step(),
                        step.unit(),
                        step.startedAt(),
                        Objects.requireNonNullElse(due, step.dueAt()),
                        ReactionState.OPEN,
                        null,
                        false,
                        null,
                        null,
                        null,
                        ""));
    }

    private void put(
            Actor product,
            StepStanding step,
            ReactionState state,
            Instant at,
            boolean late,
            ReactionEvidence.@Nullable Deed deed,
            @Nullable StaffId by,
            String words) {
        rows.put(
                product.bureau(),
                new StepStanding(
                        step.ticket(),
                        step.step(),
                        step.unit(),
                        step.startedAt(),
                        step.dueAt(),
                        state,
                        at.truncatedTo(ChronoUnit.MICROS),
                        late,
                        by,
                        deed == null ? null : deed.what(),
                        deed == null ? null : deed.remedy(),
                        words));
    }
}
