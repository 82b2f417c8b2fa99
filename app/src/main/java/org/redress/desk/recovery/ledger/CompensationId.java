package org.redress.desk.recovery.ledger;

import java.util.UUID;

/** One compensation; the remedy on the ticket that it pays for has the same. */
public record CompensationId(UUID value) {}
