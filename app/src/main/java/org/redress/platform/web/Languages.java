package org.redress.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.OwnNames;
import org.redress.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Which language a request is answered in: {@code ?lang=} (that request only), else the cookie, else the person's own,
 * else what the browser accepts, else the language of the house.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class Languages implements LocaleResolver {

    static final String COOKIE = "lang";

    private final Locale house;
    private final ObjectProvider<OwnNames> names;

    Languages(@Value("${redress.language:zh-CN}") String house, ObjectProvider<OwnNames> names) {
        this.names = names;
        this.house = spoken(house).orElse(Words.CHINESE);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Stream.<Optional<Locale>>of(asked(request), cookie(request), own(request), accepted(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(house);
    }

    /** The words of a request: its language, with the names that the reader's bureau has of its own. */
    Words words(HttpServletRequest request) {
        Words words = Words.of(resolveLocale(request));
        Viewer viewer = Principal.as(request, Viewer.class);
        return viewer == null
                ? words
                : names.stream().reduce(words, (said, own) -> own.over(viewer.bureauNumber(), said), (a, b) -> b);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new IllegalStateException("the language is chosen by POST /language");
    }

    /** The language of a tag, if the product speaks it. */
    static Optional<Locale> spoken(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String language = Locale.forLanguageTag(tag).getLanguage();
        return Words.LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(language))
                .findFirst();
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        String query = request.getQueryString(); // a parameter would make the container read the body first
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&"))
                        .filter(part -> part.startsWith(COOKIE + "="))
                        .findFirst()
                        .flatMap(part -> spoken(part.substring(COOKIE.length() + 1)));
    }

    private static Optional<Locale> cookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).flatMap(cookie -> spoken(cookie.getValue()));
    }

    private static Optional<Locale> own(HttpServletRequest request) {
        return Optional.ofNullable(Principal.as(request, Speaks.class))
                .map(Speaks::language)
                .flatMap(locale -> spoken(locale.toLanguageTag()));
    }

    private static Optional<Locale> accepted(HttpServletRequest request) {
        return accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Optional<Locale> accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            return ranges.stream()
                    .map(range -> spoken(range.getRange()).orElse(null))
                    .filter(Objects::nonNull)
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
