package org.redress.desk.recovery.plan;

import java.util.Collection;
import java.util.Map;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;

/** Implemented by whoever asks customers after a recovery how satisfied they are with it. */
public interface PlanMarks {

    /** The marks for the recovery, from 1 to 5, of those of these tickets whose customers have answered; one query. */
    Map<TicketId, Integer> of(Actor actor, Collection<TicketId> tickets);
}
