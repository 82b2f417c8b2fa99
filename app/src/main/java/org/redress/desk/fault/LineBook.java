package org.redress.desk.fault;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lines and the repair posts of the exchanges as this room keeps them itself. */
@Component
public class LineBook implements Lines {

    private final LineRows rows;
    private final Trail trail;

    LineBook(LineRows rows, Trail trail) {
        this.rows = rows;
        this.trail = trail;
    }

    /**
     * Enters a line.
     *
     * @throws Problem {@code fault.number} where the number has no figures or is on another line
     */
    @Transactional
    public Line enter(Actor actor, NewLine wish) {
        actor.require(Action.MANAGE, FaultRights.KIND);
        Line line = new Line(
                new LineId(Ids.next()),
                Typed.required(wish.number(), "number"),
                wish.service(),
                Typed.required(wish.address(), "address"),
                Typed.required(wish.exchange(), "exchange"),
                wish.area(),
                wish.customer(),
                wish.rent());
        if (LineRows.digits(line.number()).isEmpty() || !rows.insert(actor.bureau(), line)) {
            throw Problem.invalid("fault.number", "number");
        }
        trail.record(actor, "line.enter", "line", line.id().value(), "{}");
        return line;
    }

    /** Says which unit repairs what an exchange serves. */
    @Transactional
    public void assign(Actor actor, String exchange, UnitId unit) {
        actor.require(Action.MANAGE, FaultRights.KIND);
        rows.post(actor.bureau(), exchange, unit);
        trail.record(actor, "post.assign", "unit", unit.value(), "{}");
    }

    @Override
    public List<Line> find(Actor actor, String part, int limit) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.find(actor.bureau(), part, limit);
    }

    @Override
    public Optional<Line> find(Actor actor, LineId id) {
        return Optional.ofNullable(of(actor, List.of(id)).get(id));
    }

    @Override
    public Map<LineId, Line> of(Actor actor, Collection<LineId> ids) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.of(actor.bureau(), ids).stream().collect(Collectors.toMap(Line::id, Function.identity()));
    }

    @Override
    public List<Line> of(Actor actor, CustomerId customer) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.of(actor.bureau(), customer);
    }

    @Override
    public Optional<UnitId> post(Actor actor, String exchange) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.post(actor.bureau(), exchange);
    }

    @Override
    public Map<String, UnitId> posts(Actor actor, Collection<String> exchanges) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.posts(actor.bureau(), exchanges);
    }

    @Override
    public List<String> exchanges(Actor actor) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.exchanges(actor.bureau());
    }
}
