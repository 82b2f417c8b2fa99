package org.redress.improve.insight.effect;

import org.jspecify.annotations.Nullable;

/**
 * Marks for the service as a whole of those who had a first failure, another one, or none.
 *
 * @param group {@code FIRST}, {@code AGAIN} or {@code NONE}; text by key {@code recovery.effect.group.NAME}
 * @param mean null where there are too few
 */
public record Satisfaction(
        String group, long answers, @Nullable Mean mean) {}
