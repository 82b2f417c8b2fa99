package org.redress.ground.party;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer at a contact or in a row of a file; any part may be missing.
 *
 * @param source the system that {@code externalId} comes from
 * @param phoneGiven the number as it was given
 * @param phone the same in E.164, or null where it is no number
 */
public record CustomerDraft(
        String source,
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String phoneGiven,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address) {

    /** Nothing to know a customer by: the contact is anonymous. */
    boolean anonymous() {
        return externalId == null && phone == null && email == null && name == null;
    }
}
