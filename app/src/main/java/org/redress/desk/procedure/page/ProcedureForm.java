package org.redress.desk.procedure.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Area;
import org.redress.desk.procedure.Procedure;
import org.redress.desk.procedure.ProcedureDraft;
import org.redress.desk.procedure.Stage;
import org.redress.desk.procedure.Task;
import org.redress.desk.ticket.TicketKind;
import org.redress.platform.web.Problem;

/**
 * A version as it is typed: rows of steps, of which empty ones are left out.
 *
 * @param seen number of the version that is changed; 0 for a new procedure
 * @param field the field at fault, or null
 * @param error what is wrong, or null
 */
public record ProcedureForm(
        String kind,
        String type,
        String area,
        String name,
        String why,
        int seen,
        List<TaskTyped> tasks,
        @Nullable String field,
        @Nullable String error) {

    private static final int SPARE = 2;
    private static final int MOST = 12;
    private static final int FRESH = 4;

    static ProcedureForm fresh() {
        return new ProcedureForm(TicketKind.FAULT.name(), "", "", "", "", 0, padded(List.of()), null, null);
    }

    static ProcedureForm of(Procedure procedure) {
        return new ProcedureForm(
                procedure.kind().name(),
                procedure.type() == null ? "" : procedure.type(),
                procedure.area() == null ? "" : procedure.area().name(),
                procedure.name(),
                "",
                procedure.current(),
                padded(procedure.stages().stream()
                        .map((Stage stage) -> TaskTyped.of(stage))
                        .toList()),
                null,
                null);
    }

    static ProcedureForm sent(HttpServletRequest request) {
        List<TaskTyped> tasks = new ArrayList<>();
        String[] names = all(request, "stageName");
        for (int i = 0; i < names.length; i++) {
            tasks.add(new TaskTyped(
                    names[i].strip(),
                    at(request, "stageUnit", i),
                    at(request, "stagePost", i),
                    at(request, "stageOwed", i),
                    at(request, "stageAmount", i),
                    at(request, "stageLimit", i),
                    at(request, "stageEvidence", i),
                    at(request, "stageControl", i).equals("yes"),
                    at(request, "stageSafe", i).strip(),
                    at(request, "stageDiscretion", i).strip()));
        }
        return new ProcedureForm(
                one(request, "kind"),
                one(request, "type"),
                one(request, "area"),
                one(request, "name"),
                one(request, "why"),
                number(one(request, "seen")),
                tasks,
                null,
                null);
    }

    ProcedureForm refused(@Nullable String at, String why) {
        return new ProcedureForm(kind, type, area, name, this.why, seen, padded(filled()), at, why);
    }

    ProcedureDraft draft() {
        List<Task> planned = filled().stream().map(task -> task.task(null)).toList();
        try {
            return new ProcedureDraft(
                    TicketKind.valueOf(kind),
                    type.isEmpty() ? null : type,
                    area.isEmpty() ? null : Area.valueOf(area),
                    name,
                    planned,
                    why,
                    notes(TaskTyped::failSafe),
                    notes(TaskTyped::discretion));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("procedure.kind", "kind");
        }
    }

    private Map<Integer, String> notes(Function<TaskTyped, String> note) {
        Map<Integer, String> notes = new HashMap<>();
        List<TaskTyped> rows = filled();
        for (int place = 0; place < rows.size(); place++) {
            if (!note.apply(rows.get(place)).isEmpty()) {
                notes.put(place, note.apply(rows.get(place)));
            }
        }
        return notes;
    }

    private List<TaskTyped> filled() {
        return tasks.stream().filter(task -> !task.name().isEmpty()).toList();
    }

    private static List<TaskTyped> padded(List<TaskTyped> tasks) {
        List<TaskTyped> rows = new ArrayList<>(tasks);
        int length = Math.min(MOST, Math.max(FRESH, tasks.size() + SPARE));
        while (rows.size() < length) {
            rows.add(TaskTyped.EMPTY);
        }
        return List.copyOf(rows);
    }

    private static String one(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static String[] all(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? new String[0] : values;
    }

    private static String at(HttpServletRequest request, String name, int row) {
        String[] values = all(request, name);
        return row < values.length ? values[row] : "";
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }
}
