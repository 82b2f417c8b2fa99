package org.redress.ground.intake.page;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.FileLine;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.Run;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The files that were sent in, and the place to send one. */
@Controller
class FilesController {

    private static final int PAGE = 30;

    private final Intake intake;
    private final FormKeys keys;

    FilesController(Intake intake, FormKeys keys) {
        this.intake = intake;
        this.keys = keys;
    }

    @GetMapping("/intake")
    ModelAndView list(Actor actor, Words words, @RequestParam(required = false) @Nullable UUID after) {
        return Page.of("intake/files", page(actor, words, after, null));
    }

    /** A file that cannot be read comes back to the form with the reason. */
    @PostMapping("/intake")
    ModelAndView receive(
            Actor actor,
            Words words,
            @RequestParam String formKey,
            @RequestParam String target,
            @RequestParam MultipartFile file)
            throws IOException {
        try (var in = file.getInputStream()) {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            return Page.then(keys.once(
                    actor.bureau().value(),
                    formKey,
                    () -> "/intake/" + intake.receive(actor, name, target, in).value()));
        } catch (Problem problem) {
            if (!"file".equals(problem.field())) {
                throw problem;
            }
            String why = words.text("problem." + problem.code(), problem.arguments());
            return Page.of("intake/files", page(actor, words, null, why), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private FilesPage page(Actor actor, Words words, @Nullable UUID after, @Nullable String error) {
        List<FileLine> files = intake.files(actor, after == null ? null : new FileId(after), PAGE + 1);
        List<FileLine> shown = files.subList(0, Math.min(PAGE, files.size()));
        String next =
                files.size() > PAGE ? "/intake?after=" + shown.getLast().id().value() : null;
        List<Choice> targets = intake.targets(actor).stream()
                .map(target -> new Choice(target, intake.name(target, words)))
                .toList();
        return new FilesPage(
                actor.may(Action.WRITE, "import"),
                targets,
                shown.stream().map(file -> line(actor, words, file)).toList(),
                error,
                next);
    }

    private static FilesPage.Line line(Actor actor, Words words, FileLine file) {
        Run run = file.last();
        String state = run == null || !run.ended() ? "" : RunWords.state(run);
        return new FilesPage.Line(
                "/intake/" + file.id().value(),
                file.name(),
                file.rows(),
                size(words, file.size()),
                words.text("intake.received", file.receivedBy(), words.dateTime(file.receivedAt(), actor.zone())),
                state.isEmpty() && run != null && run.ended() && run.kind() == Run.Kind.WRITE ? "done" : state,
                run == null ? words.text("intake.untouched") : RunWords.line(words, run));
    }

    private static String size(Words words, long bytes) {
        return bytes < 1 << 20
                ? words.text("intake.kilobytes", (bytes + 1023) >> 10)
                : words.text("intake.megabytes", bytes >> 20);
    }
}
