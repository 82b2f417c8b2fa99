package org.redress.improve.insight;

import org.jspecify.annotations.Nullable;

/**
 * What was found about an action's effect when it was closed; it stands as it was.
 *
 * @param reason what was missing, where too little was known
 * @param before cases in the period before
 * @param after cases in the period after
 * @param days length of each
 */
public record Judged(Verdict verdict, Effect.@Nullable Missing reason, long before, long after, int days) {

    static Judged of(Effect effect) {
        return new Judged(
                effect.verdict(),
                effect.reason(),
                effect.before().cases(),
                effect.after().cases(),
                effect.days());
    }
}
