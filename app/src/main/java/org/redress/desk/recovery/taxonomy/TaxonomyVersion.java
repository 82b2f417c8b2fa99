package org.redress.desk.recovery.taxonomy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.FailureType;
import org.redress.ground.identity.StaffId;

/**
 * A version of the taxonomy.
 *
 * @param deeds what it did, type by type
 */
public record TaxonomyVersion(int version, What what, Instant at, StaffId by, String why, List<Deed> deeds) {

    /** What was done. Sentence by key {@code taxonomy.said.NAME}. */
    public enum What {
        FOUND,
        RENAME,
        ADD,
        SPLIT,
        MERGE,
        RETIRE
    }

    /** What became of a type. */
    public enum Fate {
        RENAMED,
        BEGUN,
        ENDED
    }

    /**
     * One type in a version.
     *
     * @param name its own name afterwards, null where it goes by the product's
     * @param was its own name before
     */
    public record Deed(String code, Fate fate, FailureType.@Nullable OwnName name, FailureType.@Nullable OwnName was) {}

    public TaxonomyVersion {
        deeds = List.copyOf(deeds);
    }

    List<Deed> deeds(Fate fate) {
        return deeds.stream().filter(deed -> deed.fate() == fate).toList();
    }
}
