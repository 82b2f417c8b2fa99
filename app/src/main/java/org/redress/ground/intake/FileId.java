package org.redress.ground.intake;

import java.util.UUID;

/** A file that was sent in. */
public record FileId(UUID value) {}
