package org.redress.desk.recovery.page;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.budget.BudgetStanding;
import org.redress.desk.recovery.budget.Span;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;

/**
 * Budgets, the latest period first.
 *
 * @param may whether the reader sets them
 * @param today where the bureau is, as forms have it
 */
public record BudgetsPage(
        List<Row> rows,
        boolean may,
        List<Choice> units,
        List<Choice> holders,
        String today,
        String currency,
        Attempt attempt,
        @Nullable String next) {

    /** One of them. */
    public record Row(BudgetStanding standing, String unit, String holder) {

        public String path() {
            return BudgetsDesk.PATH + "/" + standing.budget().id();
        }

        /** What a reader must see at a glance, or null. */
        public @Nullable String look() {
            return standing.over() ? "late" : standing.willBeOver() ? "due" : null;
        }
    }

    public List<Choice> spans(Words words) {
        return Stream.of(Span.values())
                .map(span -> new Choice(span.name(), words.text("budget.span." + span)))
                .toList();
    }
}
