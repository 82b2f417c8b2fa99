package org.redress.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * Long work under way.
 *
 * @param who started it and when, or null
 * @param all how much there is, or null while nobody knows
 * @param says done and all, rate, time left, in words
 */
public record Progress(
        String name,
        @Nullable String who,
        long done,
        @Nullable Long all,
        String says) {}
