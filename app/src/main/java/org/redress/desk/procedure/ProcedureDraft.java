package org.redress.desk.procedure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketKind;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;

/**
 * A version that is to be published.
 *
 * @param type failure type, or null for any
 * @param area or null for any
 * @param why it is made
 * @param failSafe of the control points that are designed so that a mistake does no harm, by their place: how
 * @param discretion what whoever does a step may do otherwise for the customer before them, by its place
 */
public record ProcedureDraft(
        TicketKind kind,
        @Nullable String type,
        @Nullable Area area,
        String name,
        List<Task> tasks,
        String why,
        Map<Integer, String> failSafe,
        Map<Integer, String> discretion) {

    public ProcedureDraft {
        failSafe = Map.copyOf(failSafe);
        discretion = Map.copyOf(discretion);
    }

    /** One of which no step says more than what is owed. */
    public ProcedureDraft(
            TicketKind kind, @Nullable String type, @Nullable Area area, String name, List<Task> tasks, String why) {
        this(kind, type, area, name, tasks, why, Map.of(), Map.of());
    }

    ProcedureDraft checked() {
        if (tasks.isEmpty() || tasks.size() > Procedure.MOST_STAGES) {
            throw Problem.invalid("procedure.stages", "stages", Procedure.MOST_STAGES);
        }
        return new ProcedureDraft(
                kind,
                type,
                area,
                Typed.required(name, "name", Procedure.LONGEST_NAME),
                tasks.stream().map(Task::checked).toList(),
                Typed.required(why, "why", Task.LONGEST_TEXT),
                notes(failSafe, "stageSafe", Task::control, "procedure.failsafe"),
                notes(discretion, "stageDiscretion", task -> true, "procedure.discretion"));
    }

    /** Only where the work cannot be skipped can it be relied upon that a mistake is caught there. */
    private Map<Integer, String> notes(
            Map<Integer, String> given, String field, Predicate<Task> where, String otherwise) {
        Map<Integer, String> notes = new HashMap<>();
        given.forEach((place, note) -> {
            if (place < 0 || place >= tasks.size() || !where.test(tasks.get(place))) {
                throw Problem.invalid(otherwise, field, place + 1);
            }
            notes.put(place, Typed.required(note, field, Task.LONGEST_TEXT));
        });
        return notes;
    }
}
