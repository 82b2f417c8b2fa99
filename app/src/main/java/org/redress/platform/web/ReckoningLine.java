package org.redress.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One line of how a time limit or a figure was reckoned.
 *
 * @param href where the line's source is, or null
 */
public record ReckoningLine(
        String name, String value, @Nullable String href) {

    public static ReckoningLine of(String name, String value) {
        return new ReckoningLine(name, value, null);
    }
}
