package org.redress.desk.recovery.duplicate;

import org.joda.money.Money;

/**
 * What stands, or may yet, of what was given by choice for the same case as a compensation, apart from it.
 *
 * @param sum of all of it
 * @param doubtful whether some of it was given on a ticket of which one person alone does not say that it is another case:
 *     one that has been parted from this one, or one that may be of the same type of failure and was open at the same time
 */
public record Besides(Money sum, boolean doubtful) {}
