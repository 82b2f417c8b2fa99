package org.redress.improve.insight.effect;

import java.io.IOException;
import java.util.List;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Who stayed, and the league of remedies, as files: the same figures as on the pages, and as silent where there are too few. */
@Component
class EffectFiles {

    private final RecoveryEffects effects;

    EffectFiles(RecoveryEffects effects) {
        this.effects = effects;
    }

    /** Opens the file, once it is certain that there will be one. */
    interface Opening {
        Sheet open() throws IOException;
    }

    void retention(Actor actor, Words words, Opening opening) throws IOException {
        actor.require(Action.EXPORT, RecoveryEffects.KIND);
        EffectPage page = effects.page(actor);
        try (Sheet sheet = opening.open()) {
            sheet.heading(List.of(
                    words.text("recovery.effect.who"),
                    words.text("recovery.effect.days"),
                    words.text("recovery.effect.cases"),
                    words.text("recovery.effect.matched"),
                    words.text("recovery.effect.stayed"),
                    words.text("recovery.effect.controls"),
                    words.text("recovery.effect.alike"),
                    words.text("recovery.effect.difference"),
                    words.text("recovery.effect.low"),
                    words.text("recovery.effect.high")));
            for (Retention one : page.retention()) {
                Matched matched = one.matched();
                String who = words.text("recovery.effect.side." + one.side());
                if (matched == null || !matched.enough(page.minimum())) {
                    String few = words.text("recovery.effect.few", page.minimum());
                    long has = matched == null ? 0 : matched.matched();
                    sheet.row(List.of(who, one.days(), one.cases(), has, few, few, few, few, few, few));
                } else {
                    sheet.row(List.of(
                            who,
                            one.days(),
                            one.cases(),
                            matched.matched(),
                            percent(matched.stayed().value()),
                            matched.controls(),
                            percent(matched.alike().value()),
                            percent(matched.difference()),
                            percent(matched.low()),
                            percent(matched.high())));
                }
            }
        }
    }

    void league(Actor actor, Words words, Opening opening) throws IOException {
        actor.require(Action.EXPORT, RecoveryEffects.KIND);
        String few = words.text("recovery.effect.few", effects.leagueMinimum(actor));
        List<LeagueLine> lines = effects.league(actor);
        try (Sheet sheet = opening.open()) {
            sheet.heading(List.of(
                    words.text("recovery.effect.type"),
                    words.text("recovery.effect.remedy"),
                    words.text("recovery.effect.used"),
                    words.text("recovery.effect.cost"),
                    words.text("recovery.effect.answers"),
                    words.text("recovery.effect.satisfaction"),
                    words.text("recovery.effect.old"),
                    words.text("recovery.effect.stayed90")));
            for (LeagueLine line : lines) {
                Mean mean = line.satisfaction();
                Share stayed = line.stayed();
                sheet.row(List.of(
                        EffectDesk.type(words, line.type()),
                        words.text("remedy.kind." + line.kind()),
                        line.used(),
                        line.cost().getAmount(),
                        line.answers(),
                        mean == null ? few : hundredth(mean.value()),
                        line.old(),
                        stayed == null ? few : percent(stayed.value())));
            }
        }
    }

    /** To a tenth of a per cent. */
    private static Number percent(double share) {
        return Math.round(1000 * share) / 10.0;
    }

    private static Number hundredth(double value) {
        return Math.round(100 * value) / 100.0;
    }
}
