package org.redress.desk.recovery.reaction;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;
import org.redress.platform.web.ClockChip;

/**
 * The ring of a ticket.
 *
 * @param earlier steps of the rings before the matter was opened again
 * @param clocks of its steps by name, the latest of each
 * @param may whether the reader may work on the ticket
 */
public record RingShown(
        TicketId ticket,
        List<StepStanding> steps,
        List<StepStanding> earlier,
        Map<String, Clock> clocks,
        Map<StaffId, String> names,
        boolean may,
        Instant now,
        ZoneId zone,
        Attempt attempt) {

    /**
     * A step as the ring shows it.
     *
     * @param standing null for follow-up before the matter is resolved
     * @param look its colour
     * @param clock null where nothing runs
     */
    public record Shown(
            ReactionStep step,
            @Nullable StepStanding standing,
            String look,
            String path,
            @Nullable ClockChip clock) {}

    public List<Shown> shown(Words words) {
        return Arrays.stream(ReactionStep.values())
                .map(step -> shown(words, step))
                .toList();
    }

    private Shown shown(Words words, ReactionStep step) {
        StepStanding standing = standing(step);
        Clock clock = clocks.get(step.clock());
        return new Shown(
                step,
                standing,
                look(standing, clock),
                RingSegment.path(Arrays.asList(ReactionStep.values()).indexOf(step)),
                standing == null || clock == null || clock.state(now) == ClockState.CANCELLED
                        ? null
                        : bare(clock.chip(now, words)));
    }

    /** Without its name, which stands before it. */
    private static ClockChip bare(ClockChip chip) {
        return new ClockChip(chip.state(), null, chip.text(), chip.reckoning(), chip.due());
    }

    private String look(@Nullable StepStanding standing, @Nullable Clock clock) {
        if (standing == null || standing.state() == ReactionState.SPARED) {
            return "ok";
        }
        if (standing.lateAt(now)) {
            return "late";
        }
        return standing.open() && clock != null ? clock.state(now).look() : standing.open() ? "ok" : "done";
    }

    public @Nullable StepStanding standing(ReactionStep step) {
        return steps.stream().filter(one -> one.step() == step).findFirst().orElse(null);
    }

    public boolean open(ReactionStep step) {
        StepStanding standing = standing(step);
        return standing != null && standing.open();
    }

    /** How many of the five are met. */
    public long met() {
        return steps.stream().filter(one -> one.state() == ReactionState.MET).count();
    }

    public long late() {
        return steps.stream().filter(one -> one.lateAt(now)).count();
    }

    /** Those that can be said not to fit. */
    public List<Choice> sparable(Words words) {
        return steps.stream()
                .filter(StepStanding::open)
                .map(StepStanding::step)
                .filter(step -> step != ReactionStep.APOLOGY)
                .map(step -> new Choice(step.name(), words.text("reaction.step." + step)))
                .toList();
    }

    public String name(@Nullable StaffId person) {
        return person == null ? "" : Objects.requireNonNullElse(names.get(person), "");
    }

    public String path() {
        return ReactionDesk.path(ticket);
    }

    public String typed(String form, String field) {
        return attempt.value(form, field, "");
    }
}
