package org.redress.ground.intake;

import java.time.Instant;

/**
 * A file that was sent in, with how it is to be read.
 *
 * @param source where it is from: an external number means something within its source
 * @param version of the settings; grows with each change
 */
public record StoredFile(
        FileId id,
        String name,
        long size,
        Instant receivedAt,
        String receivedBy,
        String target,
        String source,
        FileProfile profile,
        Mapping mapping,
        int version) {

    /** The headings in their order: files with the same can share a mapping. */
    public String headings() {
        return headings(profile);
    }

    static String headings(FileProfile profile) {
        return String.join(
                "\u001f",
                profile.columns().stream().map(FileProfile.Column::name).toList());
    }
}
