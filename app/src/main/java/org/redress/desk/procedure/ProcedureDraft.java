package org.redress.desk.procedure;

import java.util.List;
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
 */
public record ProcedureDraft(
        TicketKind kind, @Nullable String type, @Nullable Area area, String name, List<Task> tasks, String why) {

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
                Typed.required(why, "why", Task.LONGEST_TEXT));
    }
}
