package org.redress.desk.recovery.ledger;

import java.time.Instant;

/**
 * What was found when all kept sums were held against the lines.
 *
 * @param found how many differ
 */
public record Drift(long found, Instant at) {}
