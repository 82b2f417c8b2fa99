package org.redress.desk.fault;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;

/** The lines of a bureau, asked of whoever keeps them: the {@link LineBook}, until the network has a room for its resources. */
public interface Lines {

    /** Lines whose number holds these figures, wherever they stand in it; of fewer than three figures none. */
    List<Line> find(Actor actor, String part, int limit);

    Optional<Line> find(Actor actor, LineId id);

    /** Those of the lines that are there, in one query. */
    Map<LineId, Line> of(Actor actor, Collection<LineId> ids);

    /** The lines of a customer, by number. */
    List<Line> of(Actor actor, CustomerId customer);

    /** Those of the numbers that are on a line, with it; compared by their figures. In one query. */
    Map<String, Line> numbered(Actor actor, Collection<String> numbers);

    /** The unit that repairs what an exchange serves. */
    Optional<UnitId> post(Actor actor, String exchange);

    /** The same of several exchanges, in one query; those without a post are not in the answer. */
    Map<String, UnitId> posts(Actor actor, Collection<String> exchanges);

    /** The exchanges that have a repair post, by name. */
    List<String> exchanges(Actor actor);
}
