package org.redress.improve.insight.board;

import java.util.List;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.recovery.Lineage;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Keeps figures by failure type comparable over a change of the taxonomy, and says what it did for it. */
@Component
class Comparability {

    private final FailureTypes types;

    Comparability(FailureTypes types) {
        this.types = types;
    }

    /** The filter as it must count so that all that is shown beside it can be compared. */
    BoardFilter over(Actor actor, BoardFilter filter) {
        return filter.counting(filter.grouped(), comparison(actor, filter).under());
    }

    /** What was counted together, in sentences; empty where nothing was. */
    List<String> said(Actor actor, Words words, BoardFilter filter, By by) {
        if (by != By.TYPE) {
            return List.of();
        }
        Lineage.Comparison comparison = comparison(actor, filter);
        return comparison.splits().stream()
                .map(step -> words.text(
                        "board.split",
                        FailureTypes.name(words, step.code()),
                        String.join(
                                words.text("taxonomy.and"),
                                step.successors().stream()
                                        .map(code -> words.text("taxonomy.quoted", FailureTypes.name(words, code)))
                                        .toList()),
                        words.date(step.at().atZone(actor.zone()).toLocalDate()),
                        FailureTypes.name(words, comparison.of(step.code()))))
                .toList();
    }

    private Lineage.Comparison comparison(Actor actor, BoardFilter filter) {
        return types.taxonomy(actor.bureau())
                .lineage()
                .since(filter.grouped().atStartOfDay(actor.zone()).toInstant());
    }
}
