package org.redress.ground.notification;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a mail.
 *
 * @param type what its bytes say that it is, whatever its name says
 * @param size in bytes
 * @param content the bytes, or null where the file was refused
 * @param refused why it was not taken, or null
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record MailAttachment(
        String name,
        String type,
        long size,
        byte @Nullable [] content,
        @Nullable Refused refused) {

    /** Text by key {@code mail.attachment.NAME}. */
    public enum Refused {
        /** A program, an archive, or anything else that is not to be opened at a desk. */
        TYPE,
        /** Larger than the rulebook allows. */
        SIZE
    }
}
