package org.redress.ground.commitment;

import java.util.UUID;

/**
 * What a clock is about.
 *
 * @param kind the kind by which permissions are asked, e.g. {@code ticket}
 */
public record Subject(String kind, UUID id) {

    public static Subject ticket(UUID id) {
        return new Subject("ticket", id);
    }

    public static Subject segment(UUID id) {
        return new Subject("segment", id);
    }
}
