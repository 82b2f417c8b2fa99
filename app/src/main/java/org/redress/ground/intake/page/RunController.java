package org.redress.ground.intake.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.intake.RejectedRow;
import org.redress.ground.intake.Run;
import org.redress.ground.intake.RunId;
import org.redress.ground.intake.StoredFile;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** One run: its rejected rows, and stopping it. */
@Controller
@RequestMapping("/intake/runs/{id}")
class RunController {

    private static final int PAGE = 50;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Intake intake;
    private final IntakeRuns intakeRuns;
    private final FormKeys keys;

    RunController(Intake intake, IntakeRuns intakeRuns, FormKeys keys) {
        this.intake = intake;
        this.intakeRuns = intakeRuns;
        this.keys = keys;
    }

    @GetMapping
    ModelAndView rejected(
            Actor actor, Words words, @PathVariable UUID id, @RequestParam(defaultValue = "-1") long after) {
        Run run = intakeRuns.run(actor, new RunId(id));
        StoredFile file = intake.file(actor, run.file());
        FaultWords faults = intake.words(file, words);
        List<RejectedRow> rows = intakeRuns.rejected(actor, run.id(), after, PAGE + 1);
        List<RejectedRow> shown = rows.subList(0, Math.min(PAGE, rows.size()));
        List<FileProfile.Column> columns = file.profile().columns();
        String path = "/intake/runs/" + id;
        boolean kept = intakeRuns.keepsRejected(actor, run);
        boolean may = actor.may(Action.WRITE, "import") && kept;
        return Page.of(
                "intake/rejected",
                new RejectedPage(
                        file.name(),
                        words.text("intake.rejected.title", run.rejected()),
                        "/intake/" + file.id().value(),
                        may ? path + "/rejected.csv" : null,
                        columns.stream().map(c -> faults.heading(c.position())).toList(),
                        shown.stream().map(row -> line(row, columns, faults)).toList(),
                        run.rejected() > 0 && !kept ? dropped(actor, words, file) : says(words, shown),
                        rows.size() > PAGE ? path + "?after=" + shown.getLast().line() : null));
    }

    private static String dropped(Actor actor, Words words, StoredFile file) {
        return file.droppedAt() == null
                ? words.text("intake.rejected.gone")
                : words.text("intake.rejected.dropped", words.dateTime(file.droppedAt(), actor.zone()));
    }

    private static String says(Words words, List<RejectedRow> shown) {
        return shown.isEmpty()
                ? words.text("intake.rejected.none")
                : words.text(
                        "intake.rejected.shown",
                        shown.getFirst().line(),
                        shown.getLast().line());
    }

    private static RejectedPage.Line line(RejectedRow row, List<FileProfile.Column> columns, FaultWords faults) {
        List<String> cells = new ArrayList<>();
        for (FileProfile.Column column : columns) {
            int i = column.position();
            cells.add(i < row.cells().size() ? Veil.cell(row.cells().get(i), column) : "");
        }
        String why = row.faults().stream().map(faults::text).collect(Collectors.joining(" · "));
        return new RejectedPage.Line(row.line(), why, cells);
    }

    @GetMapping("/rejected.csv")
    ResponseEntity<StreamingResponseBody> download(Actor actor, Words words, @PathVariable UUID id) {
        Run run = intakeRuns.run(actor, new RunId(id));
        actor.require(Action.WRITE, "import");
        String name = words.text("intake.rejected.file", run.fileName()) + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> intakeRuns.writeRejected(actor, run.id(), words, out));
    }

    @PostMapping("/stop")
    ModelAndView stop(Actor actor, Words words, @PathVariable UUID id, @RequestParam String formKey) {
        Run run = intakeRuns.run(actor, new RunId(id));
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            intakeRuns.stop(actor, run.id());
            return "/intake/" + run.file().value() + "#runs";
        });
        return Page.then(next, Notice.done(words.text("intake.stopping")));
    }
}
