package org.redress.improve.insight;

import java.util.UUID;

/** One cause of the bureau's tree. */
public record CauseId(UUID value) {}
