package org.redress.ground.intake.page;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.DateConflict;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.intake.Layout;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Run;
import org.redress.ground.intake.StoredFile;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One file: what its columns mean, a trial, and writing it. */
@Controller
@RequestMapping("/intake/{id:[0-9a-f-]{36}}")
class FileController {

    private static final String SOURCE = "#whose";
    private static final String DATE = "#cf-";

    private final Intake intake;
    private final IntakeRuns intakeRuns;
    private final FormKeys keys;

    FileController(Intake intake, IntakeRuns intakeRuns, FormKeys keys) {
        this.intake = intake;
        this.intakeRuns = intakeRuns;
        this.keys = keys;
    }

    @GetMapping
    ModelAndView show(Actor actor, Words words, @PathVariable UUID id) {
        return Page.of("intake/mapping", page(actor, words, intake.file(actor, new FileId(id))));
    }

    /** How far the runs have come, for a part of the page. */
    @GetMapping("/runs")
    ModelAndView runs(Actor actor, Words words, @PathVariable UUID id) {
        StoredFile file = intake.file(actor, new FileId(id));
        return Page.of("intake/runs-part", new RunWords(intake, intakeRuns, actor, words, file).part());
    }

    /**
     * Keeps the settings; the button says what else is to be done.
     *
     * @param from while the source is in doubt, {@code same} as the earlier file's or the file's {@code own}; else empty
     */
    @PostMapping
    ModelAndView settle(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam String formKey,
            @RequestParam int version,
            @RequestParam String source,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(name = "do", defaultValue = "keep") String what,
            @RequestParam(defaultValue = "") String template,
            @RequestParam MultiValueMap<String, String> form) {
        FileId file = new FileId(id);
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            intake.settle(
                    actor, file, version, said(intake.file(actor, file), from, source), SettingsForm.mapping(form));
            StoredFile settled = intake.file(actor, file);
            return switch (what) {
                case "try" -> started(actor, file, Run.Kind.TRIAL);
                case "write" -> {
                    String open = unsettled(settled);
                    yield open == null ? started(actor, file, Run.Kind.WRITE) : path(file) + open;
                }
                case "template" -> {
                    if (settled.continues() != null) {
                        yield path(file) + SOURCE;
                    }
                    intake.saveTemplate(actor, file, template);
                    yield path(file);
                }
                default -> path(file);
            };
        });
        return Page.then(next, told(words, what, next, template));
    }

    private static @Nullable String said(StoredFile file, String from, String source) {
        if (file.continues() == null) {
            return source;
        }
        return switch (from) {
            case "same" -> file.source();
            case "own" -> source;
            default -> null;
        };
    }

    private static @Nullable Notice told(Words words, String what, String next, String template) {
        if (next.endsWith(SOURCE)) {
            return Notice.refused(words.text("intake.source.held"));
        }
        if (what.equals("template")) {
            return Notice.done(words.text("intake.template.saved", template.strip()));
        }
        return next.contains(DATE) ? Notice.refused(words.text("intake.write.held")) : null;
    }

    /** Where on the page something has to be settled before anything is written, or null. */
    private @Nullable String unsettled(StoredFile file) {
        if (file.continues() != null) {
            return SOURCE;
        }
        return intake.conflicts(file).stream()
                .map(DateConflict::field)
                .filter(field -> file.mapping().decision(field).choice() == Mapping.Choice.OPEN)
                .map(field -> DATE + field)
                .findFirst()
                .orElse(null);
    }

    private String started(Actor actor, FileId file, Run.Kind kind) {
        intakeRuns.start(actor, file, kind);
        return path(file) + "#runs";
    }

    private static String path(FileId file) {
        return "/intake/" + file.value();
    }

    /** Reads the file by another encoding, delimiter, heading or sheet. */
    @PostMapping("/layout")
    ModelAndView layout(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String formKey,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String charset,
            @RequestParam(defaultValue = "") String delimiter,
            @RequestParam int header,
            @RequestParam(defaultValue = "0") int sheet) {
        FileId file = new FileId(id);
        return Page.then(keys.once(actor.bureau().value(), formKey, () -> {
            Layout old = intake.file(actor, file).profile().layout();
            Layout wanted = LayoutWords.wanted(old, charset, delimiter, header, sheet);
            boolean same = wanted.withHeader(old.header()).equals(old);
            intake.relayout(actor, file, version, wanted, !same && wanted.header() == old.header());
            return path(file);
        }));
    }

    @PostMapping("/template")
    ModelAndView template(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String formKey,
            @RequestParam int version,
            @RequestParam String name) {
        FileId file = new FileId(id);
        return Page.then(keys.once(actor.bureau().value(), formKey, () -> {
            intake.useTemplate(actor, file, version, name);
            return path(file);
        }));
    }

    private MappingPage page(Actor actor, Words words, StoredFile file) {
        FaultWords faults = intake.words(file, words);
        MappingWords mapping = new MappingWords(intake, actor, words, file);
        List<DateConflict> conflicts = intake.conflicts(file);
        RunsPart runs = new RunWords(intake, intakeRuns, actor, words, file).part();
        LayoutWords layout = new LayoutWords(words, file.profile());
        return new MappingPage(
                path(file.id()),
                file.name(),
                words.text("intake.title.of", intake.name(file.target(), words)),
                layout.about(),
                file.version(),
                file.source(),
                file.continues() == null
                        ? null
                        : new MappingPage.Doubt(file.continues().name(), intake.ownSource(actor, file)),
                actor.may(Action.WRITE, "import") && !file.dropped(),
                file.droppedAt() == null
                        ? null
                        : words.text("intake.dropped.since", words.dateTime(file.droppedAt(), actor.zone())),
                unsettled(file) != null ? 3 : runs.trial() == null && runs.written() == null ? 2 : 4,
                layout.part(),
                mapping.columns(),
                mapping.uses(),
                conflicts.stream()
                        .map(new ConflictWords(words, faults, file)::conflict)
                        .toList(),
                CodeWords.codes(intake.fields(file.target()), file, faults, words),
                intake.templates(actor, file),
                mapping.preview(),
                runs);
    }
}
