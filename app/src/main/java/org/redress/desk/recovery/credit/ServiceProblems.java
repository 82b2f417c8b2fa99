package org.redress.desk.recovery.credit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.DeadTime;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;

/** Asked of whoever knows what fails for many at once; implemented by the room that does. */
public interface ServiceProblems {

    /** Those that are over, the last one first, from before the last one seen. */
    List<ServiceProblem> ended(Actor actor, @Nullable ServiceProblem before, int limit);

    /** One of them, over or not. */
    Optional<ServiceProblem> find(Actor actor, UUID id);

    /** The lines that it hit, by their id, after one of them. */
    List<AffectedLine> affected(Actor actor, UUID id, @Nullable UUID after, int limit);

    /** The tickets that tell of it. */
    List<TicketId> tickets(Actor actor, UUID id);

    /** For which parts of a time the rent of these lines was waived already, because a repair took too long. */
    Map<UUID, List<DeadTime>> waived(Actor actor, DeadTime time, Collection<UUID> lines);
}
