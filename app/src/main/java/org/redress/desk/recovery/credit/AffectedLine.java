package org.redress.desk.recovery.credit;

import java.util.UUID;
import org.joda.money.Money;
import org.redress.ground.party.CustomerId;

/**
 * A line that a service problem hit.
 *
 * @param label its number as lists show it, masked
 * @param rent for a month
 * @param limit code of the rule within which the law wants it repaired
 */
public record AffectedLine(UUID line, String label, CustomerId customer, Money rent, String limit) {}
