package org.redress.ground.commitment;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/**
 * How far limits are kept, month by month. A clock counts in the month in which its limit passes, once it has passed: kept
 * where what was owed was done in time, late in every other case, and late it stays. What was cancelled before its limit,
 * stands still without a known end, or runs and is not due yet counts nowhere. A figure is always as long as the list
 * behind it.
 */
@Component
public class Attainments {

    /** How far back it reckons. */
    public static final int MONTHS = 12;

    private final AttainmentRows rows;
    private final Map<String, Answering> answering;
    private final java.time.Clock time;

    Attainments(AttainmentRows rows, List<Answering> answering, java.time.Clock time) {
        this.rows = rows;
        this.answering = answering.stream().collect(Collectors.toMap(Answering::kind, Function.identity()));
        this.time = time;
    }

    /** The running month and those before it, the oldest first; months in which nothing passed among them. */
    public List<Attainment> year(Actor actor, Measure measure) {
        actor.require(Action.READ, measure.kind());
        Instant now = time.instant();
        YearMonth running = YearMonth.from(now.atZone(actor.zone()));
        List<YearMonth> months = IntStream.range(0, MONTHS)
                .mapToObj(n -> running.minusMonths(MONTHS - 1L - n))
                .toList();
        List<Instant> edges =
                months.stream().map(month -> begin(month, actor.zone())).toList();
        Map<Integer, Attainment> found = rows.months(actor.bureau(), measure, months, edges, now);
        return IntStream.range(0, MONTHS)
                .mapToObj(n -> found.getOrDefault(n + 1, new Attainment(months.get(n), 0, 0)))
                .toList();
    }

    /**
     * The clocks behind a figure, by when their limit passed; at most {@code limit} of them after the last one seen. A 404
     * problem for a month that is not reckoned any more, or not yet.
     */
    public List<Attained> behind(
            Actor actor, Measure measure, YearMonth month, boolean kept, DueAfter after, int limit) {
        actor.require(Action.READ, measure.kind());
        Instant now = time.instant();
        YearMonth running = YearMonth.from(now.atZone(actor.zone()));
        if (month.isAfter(running) || !month.isAfter(running.minusMonths(MONTHS))) {
            throw Problem.absent("attainment.month");
        }
        Instant end = begin(month.plusMonths(1), actor.zone());
        List<Attained> found = rows.behind(
                actor.bureau(), measure, begin(month, actor.zone()), end.isBefore(now) ? end : now, kept, after, limit);
        Map<UUID, Answering.Matter> matters = matters(actor, measure, found);
        return found.stream()
                .map(one -> new Attained(
                        one.clock(),
                        one.subject(),
                        one.at(),
                        one.endedAt(),
                        one.kept(),
                        matters.get(one.subject().id())))
                .toList();
    }

    private Map<UUID, Answering.Matter> matters(Actor actor, Measure measure, List<Attained> found) {
        Answering owner = answering.get(measure.kind());
        return owner == null || found.isEmpty()
                ? new HashMap<>()
                : owner.matters(
                        actor.bureau(),
                        found.stream().map(one -> one.subject().id()).toList());
    }

    /** What can be measured: each name and rule of clocks that are kept for kinds which this person may read. */
    public List<Measure> measures(Actor actor) {
        return rows.measures(actor.bureau()).stream()
                .filter(one -> actor.may(Action.READ, one.kind()))
                .toList();
    }

    private static Instant begin(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
