package org.redress.improve.insight.effect;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.desk.recovery.FailureTypes;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.redress.platform.web.SheetFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The effect of recoveries and the league of remedies. */
@Controller
class EffectDesk {

    private final RecoveryEffects effects;
    private final EffectFiles files;

    EffectDesk(RecoveryEffects effects, EffectFiles files) {
        this.effects = effects;
        this.files = files;
    }

    @GetMapping("/effect")
    ModelAndView page(Actor actor) {
        return Page.of("insight/recovery-effect", effects.page(actor));
    }

    @GetMapping("/effect/league")
    ModelAndView league(Actor actor, Words words) {
        Map<String, List<LeaguePage.Row>> byType = new LinkedHashMap<>();
        for (LeagueLine line : effects.league(actor)) {
            byType.computeIfAbsent(line.type(), type -> new ArrayList<>())
                    .add(new LeaguePage.Row(words.text("remedy.kind." + line.kind()), line));
        }
        List<LeaguePage.Group> groups = byType.entrySet().stream()
                .map(one -> new LeaguePage.Group(type(words, one.getKey()), one.getValue()))
                .toList();
        return Page.of(
                "insight/league",
                new LeaguePage(
                        effects.reckonedAt(actor),
                        effects.since(actor),
                        effects.leagueMinimum(actor),
                        groups,
                        actor.may(Action.EXPORT, RecoveryEffects.KIND),
                        actor.zone()));
    }

    static String type(Words words, String code) {
        return code.isEmpty() ? words.text("recovery.effect.type.none") : FailureTypes.name(words, code);
    }

    @GetMapping("/effect.{format:csv|xlsx}")
    void retention(Actor actor, Words words, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        files.retention(actor, words, () -> open(words, format, "recovery.effect.title", response));
    }

    @GetMapping("/effect/league.{format:csv|xlsx}")
    void leagueFile(Actor actor, Words words, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        files.league(actor, words, () -> open(words, format, "recovery.effect.league", response));
    }

    private static Sheet open(Words words, String format, String key, HttpServletResponse response) throws IOException {
        Sheet.Format kind = format.equals("csv") ? Sheet.Format.CSV : Sheet.Format.XLSX;
        return SheetFile.open(response, kind, words.text(key));
    }
}
