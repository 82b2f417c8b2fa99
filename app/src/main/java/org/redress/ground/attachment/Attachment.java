package org.redress.ground.attachment;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/**
 * A file that is kept with something.
 *
 * @param name as it was sent, cleaned by {@link FileName}
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal
 * @param redacted whether it was blacked out: nothing of it can be read any more
 */
public record Attachment(
        AttachmentId id,
        Holder holder,
        String name,
        FileType type,
        long size,
        String sha256,
        StaffId addedBy,
        Instant addedAt,
        boolean redacted) {}
