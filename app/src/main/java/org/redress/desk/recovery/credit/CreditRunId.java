package org.redress.desk.recovery.credit;

import java.util.UUID;

/** Names a run of credits; gives no right. */
public record CreditRunId(UUID value) {}
