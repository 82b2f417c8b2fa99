package org.redress.desk.procedure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketKind;
import org.redress.platform.web.Problem;

/**
 * A version that is to be published.
 *
 * @param type failure type, or null for any
 * @param area or null for any
 * @param why it is made
 * @param failSafe of the control points that are designed so that a mistake does no harm, by their place: how
 */
public record ProcedureDraft(
        TicketKind kind,
        @Nullable String type,
        @Nullable Area area,
        String name,
        List<Task> tasks,
        String why,
        Map<Integer, String> failSafe) {

    public ProcedureDraft {
        failSafe = Map.copyOf(failSafe);
    }

    /** One without a point that is designed to fail safe. */
    public ProcedureDraft(
            TicketKind kind, @Nullable String type, @Nullable Area area, String name, List<Task> tasks, String why) {
        this(kind, type, area, name, tasks, why, Map.of());
    }

    ProcedureDraft checked() {
        if (tasks.isEmpty() || tasks.size() > Procedure.MOST_STAGES) {
            throw Problem.invalid("procedure.stages", "stages", Procedure.MOST_STAGES);
        }
        return new ProcedureDraft(
                kind,
                type,
                area,
                Texts.required(name, "name", Procedure.LONGEST_NAME),
                tasks.stream().map(Task::checked).toList(),
                Texts.required(why, "why", Task.LONGEST_TEXT),
                checkedNotes());
    }

    /** Only where the work cannot be skipped can it be relied upon that a mistake is caught there. */
    private Map<Integer, String> checkedNotes() {
        Map<Integer, String> notes = new HashMap<>();
        failSafe.forEach((place, note) -> {
            if (place < 0 || place >= tasks.size() || !tasks.get(place).control()) {
                throw Problem.invalid("procedure.failsafe", "stageSafe", place + 1);
            }
            notes.put(place, Texts.required(note, "stageSafe", Task.LONGEST_TEXT));
        });
        return notes;
    }
}
