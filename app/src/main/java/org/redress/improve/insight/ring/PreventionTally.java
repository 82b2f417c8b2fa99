package org.redress.improve.insight.ring;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.improve.insight.Effect;
import org.redress.improve.insight.Prevention;
import org.redress.improve.insight.PreventionFilter;
import org.redress.improve.insight.PreventionState;
import org.redress.improve.insight.Preventions;
import org.redress.improve.insight.Verdict;
import org.redress.improve.insight.chart.RingDrawing;
import org.springframework.stereotype.Component;

/** Counts the preventive actions and what came of them. */
@Component
class PreventionTally {

    private static final int MOST = 2000;

    private final Preventions preventions;

    PreventionTally(Preventions preventions) {
        this.preventions = preventions;
    }

    /**
     * How many.
     *
     * @param load those that are open: due later, due within a week, late
     * @param verdicts of those that have taken effect and were not stopped
     */
    record Tally(RingDrawing.Load load, int openedToday, Map<Verdict, Integer> verdicts) {

        int of(Verdict verdict) {
            return verdicts.getOrDefault(verdict, 0);
        }

        int judged() {
            return of(Verdict.EFFECT_SEEN) + of(Verdict.NO_EFFECT) + of(Verdict.WORSE);
        }
    }

    Tally of(Actor actor, LocalDate today) {
        if (!actor.may(Action.READ, "prevention")) {
            return new Tally(new RingDrawing.Load(0, 0, 0), 0, Map.of());
        }
        List<Prevention> all = preventions.list(actor, PreventionFilter.ALL, null, MOST);
        int open = 0;
        int late = 0;
        int due = 0;
        int opened = 0;
        for (Prevention one : all) {
            open += one.state().open() ? 1 : 0;
            late += one.lateOn(today) ? 1 : 0;
            due += one.state().open() && !one.lateOn(today) && one.dueOn().isBefore(today.plusDays(7)) ? 1 : 0;
            opened += LocalDate.ofInstant(one.openedAt(), actor.zone()).equals(today) ? 1 : 0;
        }
        return new Tally(new RingDrawing.Load(open - late - due, due, late), opened, verdicts(actor, all));
    }

    private Map<Verdict, Integer> verdicts(Actor actor, List<Prevention> all) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        preventions
                .effects(
                        actor,
                        all.stream()
                                .filter(one -> one.state() != PreventionState.STOPPED)
                                .toList())
                .values()
                .stream()
                .map(Effect::verdict)
                .forEach(verdict -> verdicts.merge(verdict, 1, Integer::sum));
        return verdicts;
    }
}
