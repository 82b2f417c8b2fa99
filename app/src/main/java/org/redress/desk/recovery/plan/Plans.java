package org.redress.desk.recovery.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.PriorityNeedsRepairPolicy;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.reaction.Reactions;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recovery plans. What is offered follows from the situation by {@link ComposePlanPolicy}; whoever works on the ticket follows
 * it, or differs with a reason. A line is done when its remedy stands, whoever gave it and wherever; what is done of a plan is
 * nowhere kept twice.
 */
@Component
public class Plans {

    public static final String KIND = "plan";

    static final String REASON = "reason";

    private static final int LONGEST = 1_000;

    private final PlanRows rows;
    private final Situations situations;
    private final PlanOffers offers;
    private final PriorityNeedsRepairPolicy repairs;
    private final PlanDeeds deeds;
    private final Tickets tickets;
    private final Remedies remedies;
    private final Reactions reactions;
    private final Trail trail;
    private final Clock clock;

    Plans(
            PlanRows rows,
            Situations situations,
            PlanOffers offers,
            PriorityNeedsRepairPolicy repairs,
            PlanDeeds deeds,
            Tickets tickets,
            Remedies remedies,
            Reactions reactions,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.situations = situations;
        this.offers = offers;
        this.repairs = repairs;
        this.deeds = deeds;
        this.tickets = tickets;
        this.remedies = remedies;
        this.reactions = reactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is offered for a ticket as things are, the first first. */
    public List<OfferedLine> offer(Actor actor, TicketId ticket) {
        actor.require(Action.READ, KIND);
        return offers.of(actor, ticket, situations.of(actor, tickets.get(actor, ticket)));
    }

    /** The plans of a ticket, the latest first. */
    public List<RecoveryPlan> of(Actor actor, TicketId ticket) {
        actor.require(Action.READ, KIND);
        tickets.get(actor, ticket);
        return rows.of(actor.bureau(), ticket);
    }

    /** The plan that holds. */
    public Optional<RecoveryPlan> current(Actor actor, TicketId ticket) {
        return of(actor, ticket).stream().filter(plan -> !plan.superseded()).findFirst();
    }

    /** Makes the plan that is offered as things are. */
    @Transactional
    public PlanResult follow(Actor actor, TicketId ticket, int seen) {
        return make(
                actor,
                ticket,
                seen,
                offer(actor, ticket).stream()
                        .map(line -> new Chosen(line.kind(), line.speaker()))
                        .toList(),
                "");
    }

    /**
     * Makes a plan.
     *
     * @param seen number of the latest plan that the person saw, 0 for none
     * @param chosen each remedy once, in order
     * @param why it is not what is offered
     * @throws Problem {@code plan.reason} with the field {@code reason} where it differs and nobody says why; {@code
     *     plan.twice} for a remedy that stands twice in it, {@code remedy.norepair} for a repair that comes first where none
     *     is to be done
     */
    @Transactional
    public PlanResult make(Actor actor, TicketId id, int seen, List<Chosen> chosen, String why) {
        actor.require(Action.WRITE, KIND);
        Ticket ticket = tickets.get(actor, id, Action.WRITE);
        if (!ticket.state().open()) {
            return new PlanResult.Refused(PlanResult.Why.ENDED);
        }
        if (chosen.isEmpty()) {
            return new PlanResult.Refused(PlanResult.Why.EMPTY);
        }
        if (chosen.stream().map(Chosen::kind).distinct().count() < chosen.size()) {
            throw Problem.invalid("plan.twice", REASON);
        }
        chosen.forEach(one -> repairs.check(actor, id, one.kind(), REASON));
        rows.hold(actor.bureau(), id);
        if (rows.latest(actor.bureau(), id) != seen) {
            return new PlanResult.Refused(PlanResult.Why.MOVED);
        }
        Situation situation = situations.of(actor, ticket);
        List<OfferedLine> offered = offers.of(actor, id, situation);
        boolean followed = chosen.equals(offered.stream()
                .map(line -> new Chosen(line.kind(), line.speaker()))
                .toList());
        String reason = Typed.optional(why, REASON, LONGEST);
        if (!followed && reason.isEmpty()) {
            throw Problem.invalid("plan.reason", REASON);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RecoveryPlan plan = new RecoveryPlan(
                new PlanId(Ids.next()),
                id,
                seen + 1,
                seen(situation),
                lines(offered, chosen),
                followed,
                followed ? "" : reason,
                actor.staff(),
                actor.post(),
                now,
                false,
                new RecoveryPlan.Result(null, false, null, false));
        rows.supersede(actor.bureau(), ticket, now);
        rows.add(actor.bureau(), plan, ticket);
        trail.record(actor, "plan.make", "ticket", id.value(), "{\"followed\":" + followed + "}");
        return new PlanResult.Done(plan);
    }

    static RecoveryPlan.SituationSeen seen(Situation situation) {
        return new RecoveryPlan.SituationSeen(
                situation.failure().name(),
                situation.attribution() == null ? null : situation.attribution().name(),
                situation.family().name(),
                situation.repeated(),
                situation.mood().name(),
                situation.asked());
    }

    private static List<PlanLine> lines(List<OfferedLine> offered, List<Chosen> chosen) {
        List<RemedyKind> kinds = chosen.stream().map(Chosen::kind).toList();
        List<PlanLine> lines = new ArrayList<>();
        for (int i = 0; i < offered.size(); i++) {
            OfferedLine line = offered.get(i);
            int at = kinds.indexOf(line.kind());
            lines.add(new PlanLine(
                    line.kind(),
                    i + 1,
                    line.speaker(),
                    at < 0 ? null : at + 1,
                    at < 0 ? line.speaker() : chosen.get(at).speaker(),
                    line.why()));
        }
        for (int i = 0; i < chosen.size(); i++) {
            RemedyKind kind = chosen.get(i).kind();
            if (offered.stream().noneMatch(line -> line.kind() == kind)) {
                lines.add(new PlanLine(kind, null, null, i + 1, chosen.get(i).speaker(), List.of()));
            }
        }
        return lines;
    }

    /**
     * Ticks off a line: gives its remedy to the customer.
     *
     * @param sum as {@link Remedies#give} takes it
     * @param note also the reason where money was given for what may be the same failure
     */
    @Transactional
    public TickResult tick(Actor actor, PlanId id, RemedyKind kind, @Nullable Money sum, String note) {
        actor.require(Action.WRITE, KIND);
        RecoveryPlan plan = rows.held(actor.bureau(), id).orElseThrow(() -> Problem.absent("plan.absent"));
        Ticket ticket = tickets.get(actor, plan.ticket(), Action.WRITE);
        PlanLine line = plan.line(kind);
        if (line == null) {
            throw Problem.absent("plan.line.absent");
        }
        if (plan.superseded()) {
            return new TickResult.Refused(TickResult.Why.SUPERSEDED);
        }
        if (!ticket.state().open()) {
            return new TickResult.Refused(TickResult.Why.ENDED);
        }
        if (deeds.of(actor, plan).containsKey(kind)) {
            return new TickResult.Refused(TickResult.Why.ALREADY);
        }
        if (waits(actor, plan.ticket(), kind)) {
            return new TickResult.Refused(TickResult.Why.WAITS);
        }
        if (!line.speaker().covers(actor.post())) {
            return new TickResult.Refused(TickResult.Why.SPEAKER);
        }
        if (!repairs.allows(actor, plan.ticket(), kind)) {
            return new TickResult.Refused(TickResult.Why.NO_REPAIR);
        }
        RemedyId given = remedies.give(actor, plan.ticket(), kind, sum, note, note);
        reactions.look(actor, plan.ticket());
        trail.record(actor, "plan.tick", "ticket", plan.ticket().value(), "{\"kind\":\"" + kind.code() + "\"}");
        return new TickResult.Done(given);
    }

    private boolean waits(Actor actor, TicketId ticket, RemedyKind kind) {
        return remedies.of(actor, List.of(ticket)).getOrDefault(ticket, List.of()).stream()
                .anyMatch(remedy -> remedy.kind() == kind && remedy.waits());
    }
}
