package org.redress.ground.notification;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a message is about.
 *
 * @param kind e.g. {@code ticket}
 * @param mark the number people quote, e.g. {@code T-1184273}; an answer by mail finds its subject by it; may be empty
 * @param link path to the page of the subject, inside this product
 */
public record About(String kind, UUID id, String mark, String link) {

    /** One slash, then anything but a second slash or a backslash, which browsers read as another host. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");

    public About {
        if (!LOCAL.matcher(link).matches()) {
            throw new IllegalArgumentException("not a path of this product: " + link);
        }
    }
}
