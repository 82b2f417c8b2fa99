package org.redress.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Reason;
import org.redress.ground.intake.Run;
import org.redress.platform.text.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of an import, for people and for programs.
 *
 * @param heading how many filled rows stand above the data, the last of them being the heading; 0 where there is none
 * @param back the file of the rows that were sent back, or null where there is none
 */
record ImportReport(Run run, int heading, @Nullable Path back) {

    String json() {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("run", run.id().value().toString());
        answer.put("source", run.source());
        answer.put("heading", heading);
        answer.put("columns", columns());
        answer.put("state", run.state().name().toLowerCase(Locale.ROOT));
        answer.put("failure", run.failure());
        answer.put("total", run.total());
        answer.put("rows", run.done());
        answer.put("created", run.created());
        answer.put("updated", run.updated());
        answer.put("unchanged", run.unchanged());
        answer.put("rejected", run.rejected());
        answer.put("rejectedFile", back == null ? null : back.toString());
        return JsonMapper.shared().writeValueAsString(answer);
    }

    /** Which field each column feeds, by its letters; those that feed none are left out. */
    private Map<String, @Nullable String> columns() {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        List<Mapping.Use> uses = run.mapping().uses();
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i).role() == Mapping.Role.FIELD) {
                columns.put(FaultWords.letters(i), uses.get(i).field());
            }
        }
        return columns;
    }

    void say(PrintWriter out, Words words, FaultWords faults, List<Reason> reasons) {
        if (run.state() != Run.State.DONE) {
            out.println(FaultWords.ended(words, run));
        }
        out.println(sum(words));
        String unchanged = faults.unchanged(run);
        if (unchanged != null) {
            out.println(unchanged);
        }
        reasons.forEach(
                reason -> out.println("  " + words.number(reason.rows()) + "  " + faults.reason(reason.fault())));
        if (back != null) {
            out.println(words.text("cli.import.rejected", back.toString()));
        }
    }

    /** The rows that were read as the sum of what became of them. */
    String sum(Words words) {
        String how = run.state() != Run.State.DONE ? "part" : run.kind() == Run.Kind.TRIAL ? "tried" : "done";
        return words.text(
                "cli.import." + how,
                run.done(),
                run.created(),
                run.updated(),
                run.unchanged(),
                run.rejected(),
                run.source(),
                run.total());
    }
}
