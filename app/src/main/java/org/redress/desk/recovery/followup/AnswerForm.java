package org.redress.desk.recovery.followup;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** The form of a questionnaire as it came. */
final class AnswerForm {

    private AnswerForm() {}

    /** The marks; a {@link Problem} with its field where one is no number. */
    static Marks marks(Map<String, String> typed) {
        String elsewhere = typed.getOrDefault("elsewhere", "");
        return new Marks(
                mark(typed, "recovery", Marks.BEST),
                mark(typed, "service", Marks.BEST),
                mark(typed, "effort", Marks.BEST),
                mark(typed, "stay", Marks.BEST),
                mark(typed, "recommend", Marks.MOST),
                elsewhere.isEmpty() ? null : (Boolean) elsewhere.equals("1"));
    }

    private static @Nullable Integer mark(Map<String, String> typed, String field, int most) {
        String given = typed.getOrDefault(field, "").strip();
        if (given.isEmpty()) {
            return null;
        }
        if (!given.matches("\\d{1,2}")) {
            throw Problem.invalid("followup.mark", field, most == Marks.MOST ? 0 : 1, most);
        }
        return Integer.valueOf(given);
    }
}
