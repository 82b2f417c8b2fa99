package org.redress.ground.intake;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a file to its end, as far as it has come.
 *
 * @param total rows of the file
 * @param done rows of which the outcome is kept
 * @param rate rows a second, 0 while unknown
 * @param failure code of the text {@code intake.failure.CODE}, or null
 */
public record Run(
        RunId id,
        FileId file,
        String fileName,
        String target,
        String source,
        Kind kind,
        State state,
        Mapping mapping,
        long total,
        long done,
        long created,
        long updated,
        long unchanged,
        long rejected,
        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt,
        long rate,
        @Nullable String failure) {

    /** What a run is for. */
    public enum Kind {
        /** To see what would happen. */
        TRIAL,
        WRITE
    }

    /** How far a run has come. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /** By a person; what was written until then stays. */
        STOPPED,
        FAILED
    }

    public boolean ended() {
        return endedAt != null;
    }

    /** Rows that were or would be taken. */
    public long taken() {
        return created + updated + unchanged;
    }

    /** Whether every row has exactly one outcome. */
    public boolean accounted() {
        return done == created + updated + unchanged + rejected;
    }

    /** About how long it still takes, null while unknown. */
    public @Nullable Duration left() {
        return rate == 0 || ended() ? null : Duration.ofSeconds((total - done + rate - 1) / rate);
    }
}
