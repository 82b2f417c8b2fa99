package org.redress.ground.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as lists show it.
 *
 * @param to the address, masked; empty for staff
 * @param fault why it is dead or was not delivered yet, or null
 * @param detail what the gateway said, or which name is missing; as it came, in no particular language
 */
public record MessageLine(
        MessageId id,
        About about,
        String code,
        MessageChannel channel,
        String language,
        String to,
        MessageState state,
        boolean urgent,
        Instant madeAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        int tries,
        @Nullable DeliveryFault fault,
        @Nullable String detail) {

    /** Whether it is a letter that somebody must print and post. */
    public boolean printable() {
        return channel == MessageChannel.LETTER && state == MessageState.SENT;
    }
}
