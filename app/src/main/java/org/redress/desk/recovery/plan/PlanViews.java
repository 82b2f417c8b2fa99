package org.redress.desk.recovery.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.desk.recovery.PriorityNeedsRepairPolicy;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.voice.VoiceViews;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.platform.web.Attempt;
import org.springframework.stereotype.Component;

/** Puts together what pages show of plans. */
@Component
class PlanViews {

    private final Plans plans;
    private final PlanDeeds deeds;
    private final Situations situations;
    private final PlanOffers offers;
    private final PriorityNeedsRepairPolicy repairs;
    private final Tickets tickets;
    private final Remedies remedies;
    private final VoiceViews voices;
    private final Staff staff;

    PlanViews(
            Plans plans,
            PlanDeeds deeds,
            Situations situations,
            PlanOffers offers,
            PriorityNeedsRepairPolicy repairs,
            Tickets tickets,
            Remedies remedies,
            VoiceViews voices,
            Staff staff) {
        this.plans = plans;
        this.deeds = deeds;
        this.situations = situations;
        this.offers = offers;
        this.repairs = repairs;
        this.tickets = tickets;
        this.remedies = remedies;
        this.voices = voices;
        this.staff = staff;
    }

    PlanPage page(Actor actor, TicketId id, Attempt attempt) {
        Ticket ticket = tickets.get(actor, id);
        List<RecoveryPlan> all = plans.of(actor, id);
        return new PlanPage(
                ticket,
                shown(actor, ticket, all),
                voices.of(actor, id, Attempt.NONE),
                all.stream().filter(RecoveryPlan::superseded).toList(),
                attempt);
    }

    PlanShown shown(Actor actor, Ticket ticket, List<RecoveryPlan> all) {
        Situation situation = situations.of(actor, ticket);
        RecoveryPlan plan =
                all.stream().filter(one -> !one.superseded()).findFirst().orElse(null);
        Map<RemedyKind, Remedy> done = plan == null ? Map.of() : deeds.of(actor, plan);
        return new PlanShown(
                ticket.id(),
                Plans.seen(situation),
                offers.of(actor, ticket.id(), situation),
                plan,
                done,
                plan == null ? Set.of() : norepair(actor, plan),
                names(actor, all, done),
                actor.post(),
                actor.may(Action.WRITE, Plans.KIND)
                        && tickets.mayWrite(actor, ticket)
                        && ticket.state().open(),
                remedies.currency(actor),
                actor.zone());
    }

    private Set<RemedyKind> norepair(Actor actor, RecoveryPlan plan) {
        return plan.chosen().stream()
                .map(PlanLine::kind)
                .filter(kind -> !repairs.allows(actor, plan.ticket(), kind))
                .collect(Collectors.toSet());
    }

    private Map<StaffId, String> names(Actor actor, List<RecoveryPlan> plans, Map<RemedyKind, Remedy> done) {
        Set<StaffId> people = new HashSet<>();
        plans.forEach(plan -> people.add(plan.by()));
        done.values().forEach(remedy -> people.add(remedy.givenBy()));
        return staff.names(actor, people);
    }
}
