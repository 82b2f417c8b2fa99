package org.redress.ground.search;

import java.time.Instant;
import java.util.UUID;

/** One find; {@code at} and {@code id} together are the key after which the next page begins. */
public record Hit(UUID id, Instant at) {}
