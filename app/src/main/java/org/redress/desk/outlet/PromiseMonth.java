package org.redress.desk.outlet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Attainment;
import org.redress.platform.text.Words;

/**
 * How far a promise was kept in a month.
 *
 * @param target of that month, in percent; null where nothing was promised then
 */
public record PromiseMonth(Attainment figures, @Nullable BigDecimal target, Verdict verdict) {

    /** Text by key {@code promise.verdict.NAME}. */
    public enum Verdict {
        MET("done", "circle-check-f"),
        MISSED("late", "alert-triangle-f"),
        /** Fewer than a share can be drawn from. */
        TOO_FEW("ok", "minus"),
        /** No limit passed. */
        NOTHING("ok", "minus"),
        /** Measured, but not promised then. */
        NOT_PROMISED("ok", "minus");

        private final String look;
        private final String icon;

        Verdict(String look, String icon) {
            this.look = look;
            this.icon = icon;
        }

        public String look() {
            return look;
        }

        public String icon() {
            return icon;
        }
    }

    /** @param minimum fewer limits than this say nothing about a share */
    static PromiseMonth of(Attainment figures, @Nullable PromiseWording judging, int minimum) {
        BigDecimal target = judging == null ? null : judging.target();
        return new PromiseMonth(figures, target, verdict(figures, target, minimum));
    }

    private static Verdict verdict(Attainment figures, @Nullable BigDecimal target, int minimum) {
        if (figures.due() == 0) {
            return Verdict.NOTHING;
        }
        if (figures.due() < minimum) {
            return Verdict.TOO_FEW;
        }
        if (target == null) {
            return Verdict.NOT_PROMISED;
        }
        BigDecimal kept = BigDecimal.valueOf(figures.kept()).movePointRight(2);
        return kept.compareTo(target.multiply(BigDecimal.valueOf(figures.due()))) >= 0 ? Verdict.MET : Verdict.MISSED;
    }

    /** Whether there is enough to draw a share from. */
    public boolean enough() {
        return verdict != Verdict.NOTHING && verdict != Verdict.TOO_FEW;
    }

    /** The share kept, or that there are too few to state one. */
    public String share(Words words) {
        Long perMille = figures.perMille();
        return perMille != null && enough()
                ? words.percent(perMille / 1000.0)
                : words.text("promise.verdict." + verdict);
    }
}
