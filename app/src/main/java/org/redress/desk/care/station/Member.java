package org.redress.desk.care.station;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;

/**
 * A customer who has agreed to report.
 *
 * @param agreed how, in the words of whoever noted it; may be empty
 * @param leftAt null while they report
 * @param lastReport when they reported last, or null
 */
public record Member(
        MemberId id,
        CustomerId customer,
        StaffId notedBy,
        Instant agreedAt,
        String agreed,
        @Nullable Instant leftAt,
        @Nullable String why,
        @Nullable Instant lastReport) {}
