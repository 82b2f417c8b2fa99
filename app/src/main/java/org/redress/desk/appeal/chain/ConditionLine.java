package org.redress.desk.appeal.chain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.ground.rulebook.Rule;
import org.redress.platform.text.Words;

/**
 * One condition, checked.
 *
 * @param rule whose number decided, or null where none did
 * @param until the last day on which the appeal could be made, or the last one for the operator's answer; null where no day decides
 */
public record ConditionLine(
        Condition condition,
        boolean met,
        @Nullable Rule rule,
        @Nullable LocalDate until) {

    /** The article, with the rule whose number decided. */
    public String source(Words words) {
        String article = words.text("appeal.article." + condition);
        return rule == null ? article : words.text("appeal.source", article, rule.value(words));
    }
}
