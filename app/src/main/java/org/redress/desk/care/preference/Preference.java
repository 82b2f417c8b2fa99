package org.redress.desk.care.preference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;

/**
 * What a customer wants us to mind.
 *
 * @param words one line, in whose words ever
 * @param lastAt when it was noted or confirmed last
 * @param withdrawnAt null while it holds
 */
public record Preference(
        PreferenceId id,
        CustomerId customer,
        PreferenceKind kind,
        String words,
        Origin origin,
        StaffId notedBy,
        Instant notedAt,
        Instant lastAt,
        @Nullable Instant withdrawnAt) {

    public boolean holds() {
        return withdrawnAt == null;
    }

    /** Whether it was neither noted nor confirmed since then, so that one had better ask again. */
    public boolean staleSince(Instant then) {
        return lastAt.isBefore(then);
    }
}
