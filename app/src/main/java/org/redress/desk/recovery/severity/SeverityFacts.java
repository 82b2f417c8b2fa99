package org.redress.desk.recovery.severity;

import java.time.Duration;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Mood;
import org.redress.ground.party.Segment;

/**
 * What severity is reckoned from.
 *
 * @param type which of the fifteen types it is of; null while nobody knows
 * @param without how long the customer has been without service
 * @param disputed what they dispute, in the bureau's currency
 * @param monthly what they pay in a month, in the bureau's currency
 * @param mood the worst that was seen; null where nobody saw one
 * @param repeats how many times the same failure had befallen them within the rulebook's window
 */
record SeverityFacts(
        @Nullable String type,
        Optional<Duration> without,
        Optional<Money> disputed,
        Segment segment,
        Optional<Money> monthly,
        @Nullable Mood mood,
        int repeats) {}
