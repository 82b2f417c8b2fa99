package org.redress.improve.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Procedure;
import org.redress.desk.procedure.ProcedureId;
import org.redress.desk.procedure.Procedures;
import org.redress.desk.procedure.Stage;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;
import org.redress.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What an action can change: the segments of the procedures, and the limits that the house or a law has set. */
@Component
class ChangeTargets {

    private final Procedures procedures;
    private final Rulebook rulebook;
    private final Clock clock;

    ChangeTargets(Procedures procedures, Rulebook rulebook, Clock clock) {
        this.procedures = procedures;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** To choose from; what was chosen stays among them though its procedure has a newer version. */
    List<Choice> choices(Actor actor, Words words, String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.text("prevention.changes.none")));
        if (actor.may(Action.READ, "procedure")) {
            procedures
                    .listWhole(actor)
                    .forEach(procedure -> procedure
                            .stages()
                            .forEach(stage -> choices.add(new Choice(
                                    new ChangeTarget.Segment(procedure.id(), procedure.number(), stage.place()).coded(),
                                    text(procedure, stage, words)))));
        }
        if (actor.may(Action.READ, "rule")) {
            rulebook.list(actor).stream()
                    .filter(rule -> rule.unit().isTime())
                    .forEach(rule ->
                            choices.add(new Choice(new ChangeTarget.Standard(rule.code()).coded(), text(rule, words))));
        }
        PreventionPage.Changed now = shown(actor, words, chosen);
        if (now != null && choices.stream().noneMatch(choice -> choice.value().equals(chosen))) {
            choices.add(new Choice(chosen, now.text()));
        }
        return choices;
    }

    private static String text(Procedure procedure, Stage stage, Words words) {
        return words.text(
                stage.task().control() ? "prevention.changes.control" : "prevention.changes.segment",
                procedure.name(),
                stage.task().name());
    }

    private static String text(Rule rule, Words words) {
        return words.text("prevention.changes.standard", rule.title(words), rule.value(words));
    }

    /** What it is, and where it stands; null where nothing is changed, or the reader may not see it. */
    PreventionPage.@Nullable Changed shown(Actor actor, Words words, String coded) {
        return switch (ChangeTarget.of(coded).orElse(null)) {
            case null -> null;
            case ChangeTarget.Segment(ProcedureId id, int number, int place) ->
                segment(actor, words, id, number, place);
            case ChangeTarget.Standard(String code) -> standard(actor, words, code);
        };
    }

    private PreventionPage.@Nullable Changed segment(Actor actor, Words words, ProcedureId id, int number, int place) {
        if (!actor.may(Action.READ, "procedure")) {
            return null;
        }
        try {
            Procedure procedure = procedures.get(actor, id, number);
            return procedure.stages().stream()
                    .filter(stage -> stage.place() == place)
                    .findFirst()
                    .map(stage -> new PreventionPage.Changed(
                            text(procedure, stage, words), "/procedures/" + id.value() + "?version=" + number))
                    .orElse(null);
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.NOT_FOUND) {
                throw problem;
            }
            return null;
        }
    }

    private PreventionPage.@Nullable Changed standard(Actor actor, Words words, String code) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return actor.may(Action.READ, "rule")
                ? rulebook.find(actor.bureau(), code, today)
                        .map(rule -> new PreventionPage.Changed(text(rule, words), "/rules/" + code))
                        .orElse(null)
                : null;
    }
}
