package org.redress.desk.recovery.pattern;

import java.util.UUID;

/** Names a pattern; gives no right. */
public record PatternId(UUID value) {}
