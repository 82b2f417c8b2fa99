package org.redress.improve.quality.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Mood;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * A contact as whoever took it had it.
 *
 * @param took null where nobody knows
 * @param hard why it was; empty where it was not
 */
public record ContactFact(
        UUID contact,
        StaffId staff,
        UnitId unit,
        @Nullable UUID customer,
        @Nullable UUID ticket,
        Instant at,
        Mood mood,
        @Nullable Duration took,
        Set<Hardness> hard) {

    public ContactFact {
        hard = Set.copyOf(hard);
    }
}
