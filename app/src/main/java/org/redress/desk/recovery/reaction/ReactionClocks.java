package org.redress.desk.recovery.reaction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.Answering;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.ClockChange;
import org.redress.ground.commitment.ClockStart;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.commitment.UnitCalendars;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The clocks of the reaction's steps; whoever answers for the ticket answers for them. */
@Component
class ReactionClocks implements Answering {

    private final ObjectProvider<Commitments> commitments;
    private final ObjectProvider<TicketBoard> board;
    private final UnitCalendars calendars;
    private final Rulebook rulebook;
    private final Bureaus bureaus;
    private final java.time.Clock time;

    ReactionClocks(
            ObjectProvider<Commitments> commitments,
            ObjectProvider<TicketBoard> board,
            UnitCalendars calendars,
            Rulebook rulebook,
            Bureaus bureaus,
            java.time.Clock time) {
        this.commitments = commitments;
        this.board = board;
        this.calendars = calendars;
        this.rulebook = rulebook;
        this.bureaus = bureaus;
        this.time = time;
    }

    /** Starts clocks by the rules of the day on which they start; when each falls due. */
    Map<ReactionStep, Instant> start(
            Actor product, TicketId ticket, UnitId unit, List<ReactionStep> steps, Instant at) {
        Instant from = at.truncatedTo(ChronoUnit.SECONDS);
        commitments
                .getObject()
                .startAll(
                        product,
                        steps.stream()
                                .map(step -> {
                                    Rule rule = rulebook.get(
                                            product.bureau(), step.clock(), LocalDate.ofInstant(from, product.zone()));
                                    return ClockStart.by(
                                            rule,
                                            subject(ticket),
                                            step.clock(),
                                            calendars.of(product.bureau(), unit, rule.limit()),
                                            from);
                                })
                                .toList());
        Map<ReactionStep, Instant> due = new HashMap<>();
        for (Clock clock : of(product, ticket)) {
            steps.stream()
                    .filter(step -> step.clock().equals(clock.name())
                            && !clock.state(time.instant()).ended())
                    .forEach(step -> due.put(step, Objects.requireNonNull(clock.dueAt())));
        }
        return due;
    }

    /** The step was done at a moment; whether that was over its limit. */
    boolean stop(Actor product, TicketId ticket, ReactionStep step, Instant at) {
        return commitments.getObject().stop(product, subject(ticket), step.clock(), at)
                        instanceof ClockChange.Changed(Clock clock)
                && clock.state(time.instant()) == ClockState.DONE_LATE;
    }

    void cancel(Actor product, TicketId ticket, ReactionStep step) {
        commitments.getObject().cancel(product, subject(ticket), step.clock());
    }

    /** The step was not done after all; when it falls due, or null where its clock cannot run on. */
    @Nullable
    Instant reopen(Actor product, TicketId ticket, ReactionStep step) {
        return commitments.getObject().reopen(product, subject(ticket), step.clock())
                        instanceof ClockChange.Changed(Clock clock)
                ? clock.dueAt()
                : null;
    }

    List<Clock> of(Actor actor, TicketId ticket) {
        return commitments.getObject().of(actor, subject(ticket));
    }

    private static Subject subject(TicketId ticket) {
        return new Subject(Reactions.KIND, ticket.value());
    }

    @Override
    public String kind() {
        return Reactions.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> tickets) {
        Map<UUID, Matter> matters = new HashMap<>();
        board.getObject()
                .cards(
                        bureaus.command(bureaus.get(bureau)),
                        tickets.stream().map(TicketId::new).toList())
                .forEach(card -> matters.put(
                        card.id().value(),
                        new Matter(
                                card.responsible(),
                                card.unit(),
                                card.number().toString(),
                                card.subject(),
                                "/tickets/" + card.id().value() + "#reaction")));
        return matters;
    }
}
