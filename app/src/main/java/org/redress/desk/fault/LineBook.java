package org.redress.desk.fault;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;
import org.redress.ground.trail.Deed;
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

    /** Writes what a part of a file has brought, in the running transaction. */
    void write(Actor actor, LineBatch batch) {
        for (Line line : batch.entered()) {
            if (!rows.insert(actor.bureau(), line)) {
                throw new IllegalStateException("a line came in meanwhile: " + line.id());
            }
        }
        batch.changed().forEach(one -> rows.change(actor.bureau(), one.now()));
        batch.assigned().forEach(one -> rows.post(actor.bureau(), one.getKey(), one.getValue()));
        note(
                actor,
                "line.enter",
                "line",
                batch.entered().stream().map(line -> new Deed(line.id().value(), "{}")));
        note(
                actor,
                "line.change",
                "line",
                batch.changed().stream().map(one -> new Deed(one.now().id().value(), one.detail())));
        note(
                actor,
                "post.assign",
                "unit",
                batch.assigned().stream().map(one -> new Deed(one.getValue().value(), "{}")));
    }

    private void note(Actor actor, String what, String kind, Stream<Deed> deeds) {
        trail.recordAll(actor, what, kind, deeds.toList());
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
    public Map<String, Line> numbered(Actor actor, Collection<String> numbers) {
        actor.require(Action.READ, FaultRights.KIND);
        Map<String, Line> known = rows.ofDigits(
                actor.bureau(), numbers.stream().map(LineRows::digits).toList());
        Map<String, Line> found = new HashMap<>();
        for (String number : numbers) {
            Line line = known.get(LineRows.digits(number));
            if (line != null) {
                found.put(number, line);
            }
        }
        return found;
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
