package org.redress.desk.procedure;

import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Who may move a matter. Handing on a task never touches who answers for the ticket. */
@Component
class SegmentRights {

    private final Tickets tickets;

    SegmentRights(Tickets tickets) {
        this.tickets = tickets;
    }

    /** Whether this person may take up, finish or give back a segment: it is their department's, and theirs where one is named. */
    boolean mayHandle(Actor actor, Segment segment) {
        Scope scope = actor.scope(Action.WRITE, SegmentClocks.KIND).orElse(null);
        if (scope == null || scope == Scope.BUREAU) {
            return scope != null;
        }
        Task task = segment.task();
        boolean named = task.person() == null
                ? task.post() == null || task.post().equals(actor.post())
                : task.person().equals(actor.staff());
        return task.unit().equals(actor.unit()) && (named || mayDecide(actor));
    }

    /** Whether this person may send the matter on: who works on the ticket, and the department that had it last. */
    boolean maySend(Actor actor, Course course) {
        return mayLead(actor, course)
                || actor.may(Action.WRITE, SegmentClocks.KIND)
                        && course.last()
                                .filter(last -> last.state() == SegmentState.DONE
                                                && last.unit().equals(actor.unit())
                                        || last.state() == SegmentState.RETURNED
                                                && last.sent().from().equals(actor.unit()))
                                .isPresent();
    }

    /** Whether this person works on the ticket itself. */
    boolean mayLead(Actor actor, Course course) {
        return actor.may(Action.WRITE, SegmentClocks.KIND) && tickets.mayWrite(actor, course.ticket());
    }

    /** Whether this person decides whose a matter is that was thrown between departments. */
    boolean mayDecide(Actor actor) {
        return actor.may(Action.ASSIGN, "ticket");
    }

    static void require(boolean may) {
        if (!may) {
            throw Problem.forbidden("access.denied");
        }
    }
}
