package org.redress.ground.intake.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.Intake;
import org.redress.ground.intake.IntakeRuns;
import org.redress.ground.intake.Run;
import org.redress.ground.intake.StoredFile;
import org.redress.platform.text.Words;
import org.redress.platform.web.Progress;
import org.redress.platform.web.ResultBar;

/** Says runs in words. */
final class RunWords {

    private static final int REASONS = 12;

    private final IntakeRuns intakeRuns;
    private final Actor actor;
    private final Words words;
    private final StoredFile file;
    private final FaultWords faults;

    RunWords(Intake intake, IntakeRuns intakeRuns, Actor actor, Words words, StoredFile file) {
        this.intakeRuns = intakeRuns;
        this.actor = actor;
        this.words = words;
        this.file = file;
        this.faults = intake.words(file, words);
    }

    RunsPart part() {
        List<Run> runs = intakeRuns.runs(actor, file.id());
        Optional<Run> write = newest(runs, Run.Kind.WRITE);
        // What was written since says more than what a trial said before.
        Optional<Run> trial = newest(runs, Run.Kind.TRIAL)
                .filter(run ->
                        write.isEmpty() || run.startedAt().isAfter(write.get().startedAt()));
        List<Run> underWay = intakeRuns.underWay(actor);
        boolean fresh = trial.filter(run -> run.state() == Run.State.DONE && current(run))
                .isPresent();
        boolean may = actor.may(Action.WRITE, "import");
        String write1 = trial.filter(run -> fresh && run.taken() > 0)
                .map(run -> words.text("intake.write.rows", run.taken()))
                .orElseGet(() -> words.text("intake.write"));
        return new RunsPart(
                "/intake/" + file.id().value() + "/runs",
                may,
                !underWay.isEmpty(),
                trial.filter(Run::ended).map(this::result).orElse(null),
                write.filter(Run::ended).map(this::result).orElse(null),
                trial.filter(Run::ended).isPresent() && !fresh,
                write1,
                underWay.stream().map(run -> underway(words, actor.zone(), run)).toList());
    }

    private static Optional<Run> newest(List<Run> runs, Run.Kind kind) {
        return runs.stream().filter(run -> run.kind() == kind).findFirst();
    }

    /** Whether a trial was made with the settings as they are. */
    private boolean current(Run run) {
        return run.mapping().equals(file.mapping())
                && run.source().equals(file.source())
                && run.total() == file.profile().rows();
    }

    private RunsPart.Result result(Run run) {
        String path = "/intake/runs/" + run.id().value();
        List<RunsPart.Why> reasons = intakeRuns.reasons(actor, run.id()).stream()
                .limit(REASONS)
                .map(reason ->
                        new RunsPart.Why(faults.reason(reason.fault()), words.text("intake.rows", reason.rows())))
                .toList();
        List<ResultBar.Part> parts = new ArrayList<>();
        parts.add(new ResultBar.Part("b", words.text("intake.outcome.created"), run.created(), null));
        parts.add(new ResultBar.Part("q", words.text("intake.outcome.updated"), run.updated(), null));
        parts.add(new ResultBar.Part("n", words.text("intake.outcome.unchanged"), run.unchanged(), null));
        parts.add(new ResultBar.Part(
                "l", words.text("intake.outcome.rejected"), run.rejected(), run.rejected() == 0 ? null : path));
        return new RunsPart.Result(
                run.source(),
                equation(words, run),
                new ResultBar(parts),
                state(run),
                run.state() == Run.State.DONE ? null : line(words, run),
                faults.unchanged(run),
                reasons,
                path,
                intakeRuns.keepsRejected(actor, run) ? words.text("intake.rejected.download", run.rejected()) : null);
    }

    static String equation(Words words, Run run) {
        return words.text(
                run.kind() == Run.Kind.TRIAL ? "intake.equation.trial" : "intake.equation.write",
                run.done(),
                run.created(),
                run.updated(),
                run.unchanged(),
                run.rejected());
    }

    /** The colour of how a run ended. */
    static String state(Run run) {
        return switch (run.state()) {
            case FAILED -> "late";
            case STOPPED -> "due";
            case DONE -> run.rejected() > 0 ? "due" : "";
            case WAITING, RUNNING -> "";
        };
    }

    /** A run in one line. */
    static String line(Words words, Run run) {
        return switch (run.state()) {
            case WAITING -> words.text("intake.run.waiting");
            case RUNNING -> words.text("intake.run.running", run.done(), run.total());
            case STOPPED, FAILED -> FaultWords.ended(words, run);
            case DONE ->
                words.text(
                        run.kind() == Run.Kind.TRIAL ? "intake.run.tried" : "intake.run.written",
                        run.created(),
                        run.updated(),
                        run.unchanged(),
                        run.rejected());
        };
    }

    private static RunsPart.Underway underway(Words words, ZoneId zone, Run run) {
        String who = words.text("intake.started", run.startedBy(), words.dateTime(run.startedAt(), zone));
        String pace = run.left() == null
                ? words.text("intake.progress", run.done(), run.total())
                : words.text(
                        "intake.progress.left",
                        run.done(),
                        run.total(),
                        run.rate(),
                        run.left().toSeconds());
        boolean trial = run.kind() == Run.Kind.TRIAL;
        return new RunsPart.Underway(
                "/intake/runs/" + run.id().value() + "/stop",
                new Progress(run.fileName(), who, run.done(), run.total(), pace),
                words.text(trial ? "intake.stop.trial" : "intake.stop"));
    }
}
