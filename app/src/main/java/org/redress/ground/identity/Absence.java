package org.redress.ground.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody is away.
 *
 * @param until up to and without
 * @param deputy who acts meanwhile, or null: then the next one up does
 */
public record Absence(
        UUID id,
        StaffId staff,
        Instant from,
        Instant until,
        @Nullable StaffId deputy) {}
