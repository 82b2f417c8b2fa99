package org.redress.ground.attachment;

import java.util.UUID;

/**
 * What files are kept with.
 *
 * @param kind that of an {@link Attachable}, e.g. {@code ticket}
 */
public record Holder(String kind, UUID subject) {}
