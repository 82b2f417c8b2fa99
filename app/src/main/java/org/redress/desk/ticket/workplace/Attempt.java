package org.redress.desk.ticket.workplace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.TicketNumber;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;

/**
 * A form that was not taken: everything that was typed into it, and why not.
 *
 * @param form its {@link Act#form}, or {@code note}, {@code join}
 * @param field the field at fault, or null
 * @param reasons in words
 * @param legal the steps that the ticket's state allows, where that is the reason
 * @param seen the version that somebody else has overtaken; null where that is not the reason
 */
public record Attempt(
        String form,
        Map<String, String> typed,
        @Nullable String field,
        List<String> reasons,
        Set<Step> legal,
        @Nullable Integer seen) {

    static Attempt refused(String form, Map<String, String> typed, StepResult.Refused refused, Words words) {
        String unanswered =
                refused.unanswered().stream().map(TicketNumber::toString).collect(Collectors.joining(", "));
        String leftOut = String.join(", ", refused.leftOut());
        return new Attempt(
                form,
                typed,
                null,
                refused.reasons().stream()
                        .map(reason -> words.text(reason, unanswered, leftOut))
                        .toList(),
                refused.legal(),
                null);
    }

    static Attempt refused(String form, Map<String, String> typed, Problem problem, Words words) {
        return new Attempt(
                form,
                typed,
                problem.field(),
                List.of(words.text("problem." + problem.code(), problem.arguments())),
                Set.of(),
                null);
    }

    static Attempt refused(String form, Map<String, String> typed, String reason, Words words) {
        return new Attempt(form, typed, null, List.of(words.text(reason)), Set.of(), null);
    }

    static Attempt overtaken(String form, Map<String, String> typed, int seen) {
        return new Attempt(form, typed, null, List.of(), Set.of(), seen);
    }

    /** What was typed into a field, or null where it is another form. */
    @Nullable
    String typed(String form, String name) {
        return this.form.equals(form) ? typed.getOrDefault(name, "") : null;
    }

    /** What is wrong with a field, or null. */
    @Nullable
    String error(String form, String name) {
        return this.form.equals(form) && name.equals(field) ? String.join(" ", reasons) : null;
    }
}
