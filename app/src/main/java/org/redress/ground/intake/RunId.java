package org.redress.ground.intake;

import java.util.UUID;

/** One reading of a file to its end: a trial, or for good. */
public record RunId(UUID value) {}
