package org.redress.ground.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a message was handed to a gateway.
 *
 * @param endedAt null when the process died meanwhile
 * @param receipt what the gateway calls it, or null
 */
public record Attempt(
        int number,
        Instant begunAt,
        @Nullable Instant endedAt,
        String gateway,
        @Nullable String receipt,
        @Nullable DeliveryFault fault,
        @Nullable String detail) {}
