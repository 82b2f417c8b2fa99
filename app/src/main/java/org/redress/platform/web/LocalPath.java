package org.redress.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Paths that lead nowhere but into this product. */
final class LocalPath {

    /** One slash, then anything but a second slash or a backslash, which browsers read as another host. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");

    private LocalPath() {}

    /** The path if it is local, else the start page. */
    static String orStart(@Nullable String path) {
        return path != null && LOCAL.matcher(path).matches() ? path : "/";
    }

    /** Path and query of a request, without the language asked for by {@code ?lang=}. */
    static String of(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return orStart(request.getRequestURI());
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.startsWith(Languages.COOKIE + "="))
                .collect(Collectors.joining("&"));
        return orStart(request.getRequestURI() + (kept.isEmpty() ? "" : "?" + kept));
    }
}
