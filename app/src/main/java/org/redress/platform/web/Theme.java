package org.redress.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** Light, dark, or as the system has it. */
enum Theme {
    AUTO,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    static Theme of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return of(cookie == null ? null : cookie.getValue());
    }

    static Theme of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(theme -> theme.code().equals(code))
                .findFirst()
                .orElse(AUTO);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
