package org.redress.improve.insight;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.improve.insight.chart.EffectAxis;
import org.redress.platform.text.Words;

/**
 * An effect in words: what was counted, what it was counted against, and what may be said of it.
 *
 * @param says the sentence with counts and bases
 * @param notes what else must be known to read it
 * @param interval the numbers of the drawing, or null where there is none
 */
public record EffectView(
        Prevention prevention,
        Verdict verdict,
        String says,
        List<String> notes,
        EffectAxis.@Nullable Interval interval,
        String drawn) {

    public static EffectView of(Prevention prevention, Effect effect, Words words) {
        Effect.Difference difference = effect.difference();
        return new EffectView(
                prevention,
                effect.verdict(),
                sentence(effect, words),
                notes(effect, words),
                difference == null
                        ? null
                        : new EffectAxis.Interval(difference.low(), difference.value(), difference.high()),
                difference == null
                        ? ""
                        : words.text(
                                "effect.drawn",
                                signed(difference.value(), words),
                                signed(difference.low(), words),
                                signed(difference.high(), words)));
    }

    private static String sentence(Effect effect, Words words) {
        Effect.Difference difference = effect.difference();
        if (effect.reason() != null || difference == null) {
            return words.text(
                    "effect.missing." + effect.reason(),
                    words.date(effect.change()),
                    period(effect, words),
                    effect.after().cases(),
                    effect.before().cases(),
                    effect.after().unnamed(),
                    effect.sayableOn() == null ? "" : words.date(effect.sayableOn()));
        }
        return words.text(
                "effect.says." + effect.verdict(),
                period(effect, words),
                words.number(effect.before().rate(), 2),
                words.number(effect.after().rate(), 2),
                words.number(Math.abs(difference.value()), 2),
                signed(difference.low(), words),
                signed(difference.high(), words),
                effect.before().cases(),
                customers(effect.before(), words),
                effect.after().cases(),
                customers(effect.after(), words),
                signed(difference.value(), words));
    }

    private static List<String> notes(Effect effect, Words words) {
        List<String> notes = new ArrayList<>();
        if (effect.difference() == null) {
            return notes;
        }
        notes.add(words.text("effect.base." + effect.base()));
        if (effect.before().unnamed() + effect.after().unnamed() > 0) {
            notes.add(words.text(
                    "effect.unnamed", effect.before().unnamed(), effect.after().unnamed()));
        }
        return notes;
    }

    private static String period(Effect effect, Words words) {
        int days = effect.days();
        return days % 7 == 0 && days > 0 ? words.text("effect.weeks", days / 7) : words.text("effect.days", days);
    }

    private static String customers(Effect.Side side, Words words) {
        return words.number(Math.round(side.customers()));
    }

    /** With a true minus, so that it is as wide as a plus. */
    static String signed(double value, Words words) {
        String text = words.number(Math.abs(value), 2);
        return value < 0 && !text.equals(words.number(0.0, 2)) ? "−" + text : text;
    }
}
