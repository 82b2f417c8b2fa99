package org.redress.ground.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/**
 * A file that was sent in, with how it is to be read.
 *
 * @param source where it is from: an external number means something within its source
 * @param continues whose source it is only taken to share, or null once that is settled: nothing is written before
 * @param version of the settings; grows with each change
 * @param droppedAt since when it can be read no more, or null: the same bytes sent again are kept again
 */
public record StoredFile(
        FileId id,
        String name,
        long size,
        Instant receivedAt,
        String receivedBy,
        String target,
        String source,
        @Nullable Earlier continues,
        FileProfile profile,
        Mapping mapping,
        int version,
        @Nullable Instant droppedAt) {

    /** A file that came before. */
    public record Earlier(FileId id, String name) {}

    public boolean dropped() {
        return droppedAt != null;
    }

    /** Nothing is written, and no settings are kept, while somebody has to say whether another file's source is this one's. */
    void requireSource() {
        if (continues != null) {
            throw Problem.conflict("intake.source.open", source, continues.name());
        }
    }

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
