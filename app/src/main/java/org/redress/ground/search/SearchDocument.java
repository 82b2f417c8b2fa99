package org.redress.ground.search;

import java.time.Instant;
import java.util.UUID;

/**
 * What another module wants to be found.
 *
 * @param kind of thing, e.g. {@code ticket}
 * @param at by which the newest come first
 * @param text everything it may be found by
 */
public record SearchDocument(String kind, UUID id, Instant at, String text) {}
