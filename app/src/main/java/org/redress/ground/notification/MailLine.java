package org.redress.ground.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, as lists show it.
 *
 * @param from masked
 */
public record MailLine(
        UUID id,
        String from,
        String subject,
        Instant arrivedAt,
        MailState state,
        MailNature nature,
        @Nullable MailFault fault,
        @Nullable String detail) {}
