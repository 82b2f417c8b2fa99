package org.redress.desk.recovery.reconcile;

import org.joda.money.Money;
import org.redress.desk.recovery.ledger.Compensation;

/**
 * A compensation of a month.
 *
 * @param promised what its lines say was promised
 * @param billing what billing has of it, accepted or settled; 0 where it was refused, or taken back there too
 * @param agrees whether its account, its lines and billing say the same
 */
public record CaseLine(Compensation compensation, Money promised, Money billing, boolean agrees) {}
