package org.redress.desk.recovery.reaction;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.reaction.ReactionResult.Done;
import org.redress.desk.recovery.reaction.ReactionResult.Refused;
import org.redress.desk.recovery.reaction.ReactionResult.Why;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.UnitId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Moments;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ring of the reaction to a failure: each step has its limit in the rulebook, runs from when the failure is identified
 * (follow-up from when it is resolved), and is met by a deed that is recorded anyway.
 */
@Component
public class Reactions {

    public static final String KIND = "reaction";

    static final String WORDS = "words";

    private static final int LONGEST = 1_000;

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final ReactionRows rows;
    private final ReactionLedger ledger;
    private final ReactionSteps steps;
    private final Tickets tickets;
    private final Remedies remedies;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Clock clock;

    Reactions(
            ReactionRows rows,
            ReactionLedger ledger,
            ReactionSteps steps,
            Tickets tickets,
            Remedies remedies,
            Bureaus bureaus,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.steps = steps;
        this.tickets = tickets;
        this.remedies = remedies;
        this.bureaus = bureaus;
        this.trail = trail;
        this.clock = clock;
    }

    /** The steps of a ticket in their order; empty where no failure was identified. */
    public List<StepStanding> of(Actor actor, TicketId ticket) {
        actor.require(Action.READ, KIND);
        tickets.get(actor, ticket);
        return rows.of(actor.bureau(), ticket).stream()
                .sorted(Comparator.comparing(StepStanding::step))
                .toList();
    }

    /** The steps of the rings before the matter was opened again, the earliest first. */
    public List<StepStanding> earlier(Actor actor, TicketId ticket) {
        actor.require(Action.READ, KIND);
        tickets.get(actor, ticket);
        return rows.earlier(actor.bureau(), ticket).stream()
                .sorted(Comparator.comparing(StepStanding::round).thenComparing(StepStanding::step))
                .toList();
    }

    /** Somebody who works on the ticket has apologised. */
    @Transactional
    public void apologise(Actor actor, TicketId ticket) {
        actor.require(Action.WRITE, KIND);
        remedies.give(actor, ticket, RemedyKind.APOLOGY, null, "");
        look(actor, ticket);
    }

    /** Looks at once at what was just recorded of a ticket, without waiting for its message. */
    @Transactional
    public void look(Actor actor, TicketId ticket) {
        actor.require(Action.WRITE, KIND);
        tickets.get(actor, ticket);
        ledger.look(product(actor), ticket, false);
    }

    /**
     * Somebody called on the customer after the matter was resolved.
     *
     * @param words what the customer said
     * @throws Problem {@code recovery.missing}, {@code .unseen} or {@code .long} with the field {@code words}
     */
    @Transactional
    public ReactionResult followUp(Actor actor, TicketId ticket, String words) {
        actor.require(Action.WRITE, KIND);
        tickets.get(actor, ticket, Action.WRITE);
        String said = Typed.required(words, WORDS, LONGEST);
        StepStanding step = held(actor, ticket, ReactionStep.FOLLOW_UP).orElse(null);
        if (step == null) {
            return new Refused(Why.NOT_OPEN);
        }
        steps.meet(
                product(actor),
                step,
                new ReactionEvidence.Deed(ReactionDeed.CALLED, clock.instant(), actor.staff(), null),
                said);
        trail.record(actor, "reaction.followup", KIND, ticket.value(), "{}");
        return new Done();
    }

    /** A step does not fit here; an apology always does. */
    @Transactional
    public ReactionResult spare(Actor actor, TicketId ticket, ReactionStep which, String why) {
        actor.require(Action.WRITE, KIND);
        tickets.get(actor, ticket, Action.WRITE);
        String reason = Typed.required(why, WORDS, LONGEST);
        if (which == ReactionStep.APOLOGY) {
            return new Refused(Why.APOLOGY);
        }
        StepStanding step = held(actor, ticket, which).orElse(null);
        if (step == null) {
            return new Refused(Why.NOT_OPEN);
        }
        steps.spare(product(actor), step, ReactionDeed.NOT_FITTING, reason, actor.staff());
        trail.record(actor, "reaction.spare", KIND, ticket.value(), "{\"step\":\"" + which + "\"}");
        return new Done();
    }

    /** A step that is open and that nobody else changes until the transaction ends. */
    private Optional<StepStanding> held(Actor actor, TicketId ticket, ReactionStep which) {
        if (rows.hold(actor.bureau(), ticket).isEmpty()) {
            return Optional.empty();
        }
        return rows.of(actor.bureau(), ticket).stream()
                .filter(step -> step.step() == which && step.open())
                .findFirst();
    }

    /** A place in the list of late steps: the last one seen. */
    public record After(Instant due, UUID ticket, String step) {

        /** Before all. */
        static final After START = new After(Instant.EPOCH, new UUID(0, 0), "");
    }

    /** Steps that are late, the longest first, after the last one seen. */
    public List<StepStanding> late(Actor actor, After after, int limit) {
        actor.require(Action.READ, KIND);
        return rows.list(
                actor.bureau(),
                ReactionRows.LATE,
                Map.of(
                        "now",
                        Moments.at(clock.instant()),
                        "due",
                        Moments.at(after.due()),
                        "ticket",
                        after.ticket(),
                        "step",
                        after.step(),
                        "limit",
                        limit));
    }

    /**
     * First apologies of the failures that were identified since a moment, those that count in {@link FirstApologies}, the
     * latest first, after the last one seen.
     *
     * @param unit only those of this department, or null
     */
    public List<StepStanding> apologies(
            Actor actor, Instant from, @Nullable UnitId unit, @Nullable Instant at, @Nullable UUID ticket, int limit) {
        actor.require(Action.READ, KIND);
        Map<String, Object> params = new HashMap<>();
        params.put("from", Moments.at(from));
        params.put("now", Moments.at(clock.instant()));
        params.put("at", Moments.at(at == null ? FAR : at));
        params.put("ticket", ticket == null ? LAST : ticket);
        params.put("limit", limit);
        if (unit != null) {
            params.put("unit", unit.value());
        }
        return rows.list(actor.bureau(), (unit == null ? "" : "unit = :unit and ") + ReactionRows.APOLOGIES, params);
    }

    private Actor product(Actor actor) {
        return bureaus.command(bureaus.get(actor.bureau()));
    }
}
