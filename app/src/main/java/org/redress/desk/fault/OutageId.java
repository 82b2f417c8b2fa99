package org.redress.desk.fault;

import java.util.UUID;

/** An outage, as addresses name it; gives no right. */
public record OutageId(UUID value) {}
