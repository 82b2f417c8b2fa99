package org.redress.improve.insight.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.CauseId;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Effect;
import org.redress.improve.insight.EffectView;
import org.redress.improve.insight.Prevention;
import org.redress.improve.insight.PreventionFilter;
import org.redress.improve.insight.PreventionId;
import org.redress.improve.insight.PreventionState;
import org.redress.improve.insight.Preventions;
import org.redress.improve.insight.chart.EffectAxis;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** What is done against the causes on the board, and whether it helped. */
@Component
class Measures {

    private static final int MOST = 500;
    private static final int SHOWN = 4;
    private static final int LONGEST_LABEL = 14;
    private static final PreventionFilter NOT_STOPPED = new PreventionFilter(
            EnumSet.of(PreventionState.PLANNED, PreventionState.RUNNING, PreventionState.DONE), null, null, null);

    private final Preventions preventions;
    private final Causes causes;

    Measures(Preventions preventions, Causes causes) {
        this.preventions = preventions;
        this.causes = causes;
    }

    /**
     * The actions of a board.
     *
     * @param answered causes against which something is planned, running or done; null where this reader may not know
     */
    record Against(
            List<Trends.Event> events,
            List<EffectView> effects,
            @Nullable EffectAxis axis,
            @Nullable Set<String> answered) {

        boolean unanswered(String cause) {
            return answered != null && !answered.contains(cause);
        }
    }

    Against against(Actor actor, Words words, By by, @Nullable Slice slice) {
        if (by != By.CAUSE || !actor.may(Action.READ, "prevention")) {
            return new Against(List.of(), List.of(), null, null);
        }
        Map<CauseId, Cause> tree = new HashMap<>();
        causes.tree(actor).forEach(cause -> tree.put(cause.id(), cause));
        List<Prevention> all = preventions.list(actor, NOT_STOPPED, null, MOST);
        String chosen = slice instanceof Slice.One one ? one.value() : "";
        List<Prevention> shown = all.stream()
                .filter(one -> one.effectiveFrom() != null)
                .sorted(Comparator.<Prevention, Boolean>comparing(
                                one -> !one.cause().value().toString().equals(chosen))
                        .thenComparing(one -> one.effectiveFrom(), Comparator.nullsLast(Comparator.reverseOrder())))
                .limit(SHOWN)
                .toList();
        List<EffectView> effects = effects(actor, words, shown);
        List<EffectAxis.Interval> intervals = effects.stream()
                .flatMap(one -> Stream.ofNullable(one.interval()))
                .toList();
        return new Against(
                events(all), effects, intervals.isEmpty() ? null : EffectAxis.of(intervals), answered(tree, all));
    }

    private List<EffectView> effects(Actor actor, Words words, List<Prevention> shown) {
        Map<PreventionId, Effect> measured = preventions.effects(actor, shown);
        return shown.stream()
                .flatMap(one ->
                        Stream.ofNullable(measured.get(one.id())).map(effect -> EffectView.of(one, effect, words)))
                .toList();
    }

    private static List<Trends.Event> events(List<Prevention> all) {
        List<Trends.Event> events = new ArrayList<>();
        for (Prevention one : all) {
            if (one.effectiveFrom() != null) {
                String what = one.what().length() <= LONGEST_LABEL
                        ? one.what()
                        : one.what().substring(0, LONGEST_LABEL - 1) + "…";
                events.add(new Trends.Event(one.cause().value().toString(), one.effectiveFrom(), what));
            }
        }
        return events;
    }

    /** An action against a cause is one against all below it. */
    private static Set<String> answered(Map<CauseId, Cause> tree, List<Prevention> all) {
        Set<CauseId> acted = new HashSet<>();
        all.forEach(one -> acted.add(one.cause()));
        Set<String> answered = new HashSet<>();
        for (Cause cause : tree.values()) {
            Cause at = cause;
            while (at != null) {
                if (acted.contains(at.id())) {
                    answered.add(cause.id().value().toString());
                }
                at = at.parent() == null ? null : tree.get(at.parent());
            }
        }
        return answered;
    }
}
