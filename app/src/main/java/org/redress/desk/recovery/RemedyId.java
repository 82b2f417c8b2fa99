package org.redress.desk.recovery;

import java.util.UUID;

/** One thing given to a customer. */
public record RemedyId(UUID value) {}
