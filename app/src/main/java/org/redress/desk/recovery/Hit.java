package org.redress.desk.recovery;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;

/**
 * A service problem that hit a line of a customer and is over, whether they said so or not.
 *
 * @param problem its identity, as {@link FailureIdentity} gives it
 * @param place where it was, in the operator's words
 * @param from when it began
 * @param credited what they got for it and still have, 0 for nothing
 */
public record Hit(UUID problem, String place, Instant from, Money credited) {}
