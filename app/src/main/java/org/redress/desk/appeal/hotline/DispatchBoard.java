package org.redress.desk.appeal.hotline;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.AppealReach;
import org.redress.desk.appeal.ListPlace;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.web.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The dispatches that somebody may see, and what can be done with them. */
@Component
public class DispatchBoard {

    static final String OPEN =
            "a.closed_at is null and (a.sign_due, a.id) > (:at, :id) order by a.sign_due, a.id limit :limit";
    static final String CLOSED =
            "a.closed_at is not null and (a.closed_at, a.id) < (:at, :id) order by a.closed_at desc, a.id desc limit :limit";

    private final DispatchRows rows;
    private final DispatchClock clocks;
    private final ObjectProvider<Tickets> tickets;
    private final Bureaus bureaus;
    private final Clock clock;

    DispatchBoard(
            DispatchRows rows, DispatchClock clocks, ObjectProvider<Tickets> tickets, Bureaus bureaus, Clock clock) {
        this.rows = rows;
        this.clocks = clocks;
        this.tickets = tickets;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    public Dispatch get(Actor actor, DispatchId id) {
        return get(actor, id, Action.READ);
    }

    Dispatch get(Actor actor, DispatchId id, Action action) {
        AppealReach read = AppealReach.of(actor, Action.READ);
        Dispatch dispatch = rows.find(actor.bureau(), id)
                .filter(one -> read.covers(one.handler(), one.unit()))
                .orElseThrow(() -> Problem.absent("dispatch.absent"));
        if (!AppealReach.of(actor, action).covers(dispatch.handler(), dispatch.unit())) {
            throw Problem.forbidden("access.denied");
        }
        return dispatch;
    }

    public DispatchShown show(Actor actor, DispatchId id) {
        Dispatch dispatch = get(actor, id);
        boolean writes = actor.scope(Action.WRITE, AppealReach.KIND)
                .filter(scope -> new AppealReach(scope, actor).covers(dispatch.handler(), dispatch.unit()))
                .isPresent();
        Set<DispatchStep> may = writes ? dispatch.state().legalSteps() : EnumSet.noneOf(DispatchStep.class);
        return new DispatchShown(
                dispatch,
                rows.history(actor.bureau(), id),
                clocks.of(bureaus.command(bureaus.get(actor.bureau())), id),
                may);
    }

    /** Open dispatches by the limit of their signing, after the last one seen. */
    public List<Dispatch> open(Actor actor, @Nullable ListPlace after, int limit) {
        return list(actor, OPEN, after == null ? ListPlace.first() : after, limit);
    }

    /** Closed ones, the last closed first, after the last one seen. */
    public List<Dispatch> closed(Actor actor, @Nullable ListPlace after, int limit) {
        return list(actor, CLOSED, after == null ? ListPlace.latest(clock.instant()) : after, limit);
    }

    private List<Dispatch> list(Actor actor, String where, ListPlace after, int limit) {
        AppealReach reach = AppealReach.of(actor, Action.READ);
        return rows.list(actor.bureau(), reach.sql() + " and " + where, after.params(reach, limit));
    }

    /** The dispatches of a ticket, for whoever may read the ticket. */
    public List<Dispatch> ofTicket(Actor actor, TicketId ticket) {
        tickets.getObject().get(actor, ticket);
        return rows.ofTicket(actor.bureau(), ticket);
    }

    /** Whether the city waits for an answer to one of the ticket's dispatches. */
    boolean owed(Actor actor, TicketId ticket) {
        return rows.ofTicket(actor.bureau(), ticket).stream()
                .anyMatch(one -> one.state().owes());
    }
}
