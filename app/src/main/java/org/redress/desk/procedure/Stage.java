package org.redress.desk.procedure;

import org.jspecify.annotations.Nullable;

/**
 * A planned segment.
 *
 * @param place in its version, from 0
 * @param failSafe of a control point: how it is designed so that a mistake does no harm; null where it is not
 * @param discretion what whoever does it may do otherwise for the customer before them; null where that was not said
 */
public record Stage(
        int place,
        Task task,
        @Nullable String failSafe,
        @Nullable String discretion) {}
