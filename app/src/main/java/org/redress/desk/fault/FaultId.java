package org.redress.desk.fault;

import java.util.UUID;

/** A reported fault, as addresses name it; gives no right. */
public record FaultId(UUID value) {}
