package org.redress.improve.insight.effect;

import org.jspecify.annotations.Nullable;

/**
 * Who stayed so many days after a failure, against customers like them who had none.
 *
 * @param cases all of them
 * @param matched null where nobody is like them
 */
public record Retention(
        Side side, int days, long cases, @Nullable Matched matched) {

    public boolean enough(int minimum) {
        return matched != null && matched.enough(minimum);
    }
}
