package org.redress.desk.procedure;

import org.jspecify.annotations.Nullable;

/**
 * A planned segment.
 *
 * @param place in its version, from 0
 * @param failSafe of a control point: how it is designed so that a mistake does no harm; null where it is not
 */
public record Stage(int place, Task task, @Nullable String failSafe) {}
