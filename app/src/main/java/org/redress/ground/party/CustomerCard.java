package org.redress.ground.party;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer as lists and tickets show them: telephone and e-mail masked.
 *
 * @param since when this bureau first heard of the customer
 */
public record CustomerCard(
        CustomerId id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        Instant since) {}
