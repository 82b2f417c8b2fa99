package org.redress.desk.fault;

import java.util.UUID;

/** A line, as addresses name it; gives no right. */
public record LineId(UUID value) {}
