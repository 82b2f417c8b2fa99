package org.redress.improve.insight;

import java.util.UUID;

/** One preventive action. */
public record PreventionId(UUID value) {}
