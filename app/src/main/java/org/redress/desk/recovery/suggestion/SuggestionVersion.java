package org.redress.desk.recovery.suggestion;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/**
 * A version of what was learned.
 *
 * @param learned cases it was learned from
 * @param calibrated cases that set how sure it says it is
 * @param types how many types it tells apart
 * @param measured on cases held back from both
 * @param beforeVersion what suggested before; 0 are the rules
 * @param beforeAccuracy share of the same held-back cases that that got right
 * @param used whether it was put in use: it is not worse than what was before
 */
public record SuggestionVersion(
        int version,
        Instant at,
        StaffId by,
        int learned,
        int calibrated,
        int types,
        Measured measured,
        double temperature,
        int beforeVersion,
        double beforeAccuracy,
        boolean used) {}
