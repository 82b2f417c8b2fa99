package org.redress.scenario;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * An address of the product, filled with what is really there.
 *
 * @param pattern as it is mapped, without the conditions on its variables
 * @param values of the variables of the path
 * @param query parameters sent with it
 * @param htmx whether it is asked for by htmx, which may want a part of the page
 */
record Address(
        HttpMethod method,
        String pattern,
        String path,
        Map<String, String> values,
        Map<String, String> query,
        boolean htmx) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Whether its path names something by an id, which no other bureau has. */
    boolean ofOneBureau() {
        return values.values().stream().anyMatch(value -> ID.matcher(value).matches());
    }

    boolean looks() {
        return method.equals(HttpMethod.GET);
    }

    /** As the lists of exceptions have it. */
    String name() {
        return method + " " + pattern;
    }

    @Override
    public String toString() {
        return method + " " + path + (htmx ? " by htmx" : "") + (query.isEmpty() ? "" : " " + query);
    }
}
