package org.redress.desk.appeal.chain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.AppealReach;
import org.redress.desk.appeal.ListPlace;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.Deadlines;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.web.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The appeals that somebody may see, and what can be done with them. */
@Component
public class AppealBoard {

    static final String OPEN =
            "a.ended_at is null and (a.due_at, a.id) > (:at, :id) order by a.due_at, a.id limit :limit";
    static final String ENDED =
            "a.ended_at is not null and (a.ended_at, a.id) < (:at, :id) order by a.ended_at desc, a.id desc limit :limit";

    private final AppealRows rows;
    private final AppealClocks clocks;
    private final ObjectProvider<Tickets> tickets;
    private final Rulebook rulebook;
    private final Deadlines deadlines;
    private final Bureaus bureaus;
    private final Clock clock;

    AppealBoard(
            AppealRows rows,
            AppealClocks clocks,
            ObjectProvider<Tickets> tickets,
            Rulebook rulebook,
            Deadlines deadlines,
            Bureaus bureaus,
            Clock clock) {
        this.rows = rows;
        this.clocks = clocks;
        this.tickets = tickets;
        this.rulebook = rulebook;
        this.deadlines = deadlines;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    public boolean mayWrite(Actor actor) {
        return actor.may(Action.WRITE, AppealReach.KIND);
    }

    public Appeal get(Actor actor, AppealId id) {
        return get(actor, id, Action.READ);
    }

    Appeal get(Actor actor, AppealId id, Action action) {
        AppealReach read = AppealReach.of(actor, Action.READ);
        Appeal appeal = rows.find(actor.bureau(), id)
                .filter(one -> read.covers(one.handler(), one.unit()))
                .orElseThrow(() -> Problem.absent("appeal.absent"));
        if (!AppealReach.of(actor, action).covers(appeal.handler(), appeal.unit())) {
            throw Problem.forbidden("access.denied");
        }
        return appeal;
    }

    /** The conditions as the rules of the day on which it was made have them. */
    public List<ConditionLine> check(Actor actor, Appeal appeal) {
        LocalDate day = appeal.grounds().receivedOn();
        Rule reply = rule(actor, "complaint.reply", day);
        return new Conditions(
                        rule(actor, "appeal.refuse.fees", day),
                        rule(actor, "appeal.refuse.other", day),
                        reply,
                        asked -> deadlines.lastDay(actor.bureau(), reply.limit(), asked))
                .check(appeal.grounds());
    }

    /** What is older than every rule is measured by that of today. */
    private Rule rule(Actor actor, String code, LocalDate day) {
        return rulebook.find(actor.bureau(), code, day)
                .orElseGet(
                        () -> rulebook.get(actor.bureau(), code, LocalDate.ofInstant(clock.instant(), actor.zone())));
    }

    public AppealShown show(Actor actor, AppealId id) {
        Appeal appeal = get(actor, id);
        boolean writes = actor.scope(Action.WRITE, AppealReach.KIND)
                .filter(scope -> new AppealReach(scope, actor).covers(appeal.handler(), appeal.unit()))
                .isPresent();
        Set<AppealStep> may = writes ? appeal.state().legalSteps() : EnumSet.noneOf(AppealStep.class);
        return new AppealShown(
                appeal,
                check(actor, appeal),
                rows.history(actor.bureau(), id),
                clocks.of(bureaus.command(bureaus.get(actor.bureau())), id),
                may,
                writes && appeal.state().answered() && appeal.satisfaction() == null);
    }

    /** Open appeals by the clock that runs next, after the last one seen. */
    public List<Appeal> open(Actor actor, @Nullable ListPlace after, int limit) {
        return list(actor, OPEN, after == null ? ListPlace.first() : after, limit);
    }

    /** Ended ones, the last ended first, after the last one seen. */
    public List<Appeal> ended(Actor actor, @Nullable ListPlace after, int limit) {
        return list(actor, ENDED, after == null ? ListPlace.latest(clock.instant()) : after, limit);
    }

    private List<Appeal> list(Actor actor, String where, ListPlace after, int limit) {
        AppealReach reach = AppealReach.of(actor, Action.READ);
        return rows.list(actor.bureau(), reach.sql() + " and " + where, after.params(reach, limit));
    }

    /** The appeals of a ticket, the oldest first, for whoever may read the ticket. */
    public List<Appeal> ofTicket(Actor actor, TicketId ticket) {
        tickets.getObject().get(actor, ticket);
        return rows.ofTicket(actor.bureau(), ticket);
    }

    /** Whether an appeal of the ticket is under way. */
    boolean underWay(Actor actor, TicketId ticket) {
        return rows.ofTicket(actor.bureau(), ticket).stream()
                .anyMatch(one -> one.state().open());
    }
}
