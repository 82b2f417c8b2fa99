package org.redress.desk.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exchanges that are down, as those who give out work declare and end them; one at a time for each exchange. */
@Component
public class Outages {

    private static final Duration LONGEST_AGO = Duration.ofDays(30);

    private final OutageRows rows;
    private final Trail trail;
    private final Clock clock;

    Outages(OutageRows rows, Trail trail, Clock clock) {
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
    }

    public boolean mayDeclare(Actor actor) {
        return actor.may(Action.ASSIGN, FaultRights.KIND);
    }

    /**
     * Declares that an exchange is down.
     *
     * @throws Problem {@code fault.outage.end} for an end that does not lie ahead, {@code fault.outage.open} where it was
     *     declared before
     */
    @Transactional
    public Outage declare(Actor actor, String exchange, String reason, Instant expectedEnd) {
        return declare(actor, exchange, reason, clock.instant(), expectedEnd, List.of());
    }

    /**
     * Declares that an exchange, or a part of it, is down, as an alarm says. Faults of the lines that it hits are its own,
     * also those that were reported before.
     *
     * @param since when it began
     * @param hit the lines of the exchange that it hits; empty where it is all of them
     * @throws Problem as above, {@code fault.line.absent} for a line that the exchange does not serve, {@code fault.outage.since} for a begin that lies ahead or weeks ago, and {@code
     *     fault.outage.overlaps} for one before the end of another outage of the exchange
     */
    @Transactional
    public Outage declare(
            Actor actor, String exchange, String reason, Instant since, Instant expectedEnd, Collection<LineId> hit) {
        actor.require(Action.ASSIGN, FaultRights.KIND);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Outage outage = new Outage(
                new OutageId(Ids.next()),
                Typed.required(exchange, "exchange"),
                Typed.required(reason, "reason"),
                expectedEnd,
                actor.staff(),
                since.truncatedTo(ChronoUnit.MICROS),
                null);
        if (since.isAfter(clock.instant()) || since.isBefore(now.minus(LONGEST_AGO))) {
            throw Problem.invalid("fault.outage.since", "since");
        }
        if (!expectedEnd.isAfter(now)) {
            throw Problem.invalid("fault.outage.end", "end");
        }
        if (!rows.insert(actor.bureau(), outage)) {
            throw Problem.invalid("fault.outage.open", "exchange");
        }
        if (rows.overlaps(actor.bureau(), outage)) {
            throw Problem.invalid("fault.outage.overlaps", "since");
        }
        int lines = rows.hit(actor.bureau(), outage, hit);
        if (lines < Set.copyOf(hit).size()) {
            throw Problem.absent("fault.line.absent");
        }
        int reported = rows.link(actor.bureau(), outage);
        trail.record(
                actor,
                "outage.declare",
                "outage",
                outage.id().value(),
                "{\"lines\":" + lines + ",\"reported\":" + reported + "}");
        return outage;
    }

    /** Ends one; false where somebody has done so before. */
    @Transactional
    public boolean end(Actor actor, OutageId id) {
        return end(actor, id, clock.instant());
    }

    /**
     * Says when one was over; false where somebody has done so before.
     *
     * @throws Problem {@code fault.outage.over} for a moment before its begin or ahead
     */
    @Transactional
    public boolean end(Actor actor, OutageId id, Instant at) {
        actor.require(Action.ASSIGN, FaultRights.KIND);
        Outage outage = rows.of(actor.bureau(), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("fault.outage.absent"));
        if (at.isBefore(outage.declaredAt()) || at.isAfter(clock.instant())) {
            throw Problem.invalid("fault.outage.over", "at");
        }
        boolean ended = rows.end(actor, id, at.truncatedTo(ChronoUnit.MICROS));
        if (ended) {
            trail.record(actor, "outage.end", "outage", id.value(), "{}");
        }
        return ended;
    }

    /** What an exchange suffers from now. */
    public Optional<Outage> open(Actor actor, String exchange) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.open(actor.bureau(), exchange);
    }

    public Optional<Outage> find(Actor actor, OutageId id) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.of(actor.bureau(), List.of(id)).stream().findFirst();
    }

    /** How many lines it hit. */
    public long count(Actor actor, OutageId id) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.count(actor.bureau(), id);
    }

    /** The lines that it hit, after one of them. */
    public List<LineId> lines(Actor actor, OutageId id, @Nullable LineId after, int limit) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.lines(actor.bureau(), id, after == null ? null : after.value(), limit);
    }

    /** The latest first, from before the last one seen. */
    public List<Outage> list(Actor actor, @Nullable Instant before, @Nullable UUID id, int limit) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.list(actor.bureau(), before, id, limit);
    }

    /** How many faults were reported in each. */
    public Map<OutageId, Long> counts(Actor actor, Collection<OutageId> ids) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.counts(actor.bureau(), ids);
    }
}
