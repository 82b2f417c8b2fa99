package org.redress.desk.recovery.reaction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.springframework.stereotype.Component;

/** Writes the steps of a ring as they begin and end, each with its clock. */
@Component
class ReactionSteps {

    private final ReactionRows rows;
    private final ReactionClocks clocks;
    private final Clock clock;

    ReactionSteps(ReactionRows rows, ReactionClocks clocks, Clock clock) {
        this.rows = rows;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** A moment of the past, or now. */
    Instant earlier(Instant at) {
        Instant now = clock.instant();
        return at.isBefore(now) ? at : now;
    }

    /** Those of the ring that holds. */
    Map<ReactionStep, StepStanding> of(Actor product, TicketId ticket) {
        Map<ReactionStep, StepStanding> steps = new EnumMap<>(ReactionStep.class);
        rows.of(product.bureau(), ticket).forEach(step -> steps.put(step.step(), step));
        return steps;
    }

    void begin(Actor product, Ticket ticket, int round, List<ReactionStep> steps, Instant at) {
        Instant from = earlier(at).truncatedTo(ChronoUnit.SECONDS);
        UnitId unit = ticket.unit();
        clocks.start(product, ticket.id(), unit, steps, from)
                .forEach((step, due) -> rows.put(
                        product.bureau(),
                        new StepStanding(
                                ticket.id(),
                                round,
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

    /** It was not done. */
    void miss(Actor product, StepStanding step) {
        clocks.cancel(product, step.ticket(), step.step());
        put(product, step, ReactionState.MISSED, clock.instant(), false, null, null, "");
    }

    void meet(Actor product, StepStanding step, ReactionEvidence.Deed deed, String words) {
        Instant at = deed.at().isBefore(step.startedAt()) ? step.startedAt() : earlier(deed.at());
        boolean late = clocks.stop(product, step.ticket(), step.step(), at);
        put(product, step, ReactionState.MET, at, late, deed, deed.by(), words);
    }

    /** What was missed when the ticket ended was done after all. */
    void makeUp(Actor product, StepStanding step, ReactionEvidence.Deed deed) {
        put(product, step, ReactionState.MET, deed.at(), deed.at().isAfter(step.dueAt()), deed, deed.by(), "");
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
    void reopen(Actor product, StepStanding step) {
        Instant due = clocks.reopen(product, step.ticket(), step.step());
        rows.put(
                product.bureau(),
                new StepStanding(
                        step.ticket(),
                        step.round(),
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
                        step.round(),
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
