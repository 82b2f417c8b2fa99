package org.redress.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a person sets for this browser (language, theme), and the page of all keys. */
@Controller
class Choices {

    private static final Duration KEPT = Duration.ofDays(365);

    private final ApplicationEventPublisher events;

    Choices(ApplicationEventPublisher events) {
        this.events = events;
    }

    @PostMapping("/language")
    ModelAndView language(
            @RequestParam String lang,
            @RequestParam(defaultValue = "/") String path,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale chosen = Languages.spoken(lang).orElseThrow(() -> Problem.invalid("language.unknown", "lang", lang));
        keep(Languages.COOKIE, chosen.toLanguageTag(), request, response);
        Speaks person = Principal.as(request, Speaks.class);
        if (person != null) {
            events.publishEvent(new LanguageChosen(person, chosen));
        }
        return Page.then(LocalPath.orStart(path));
    }

    @PostMapping("/theme")
    ModelAndView theme(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/") String path,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep(Theme.COOKIE, Theme.of(theme).code(), request, response);
        return Page.then(LocalPath.orStart(path));
    }

    @GetMapping("/keys")
    ModelAndView keys() {
        return Page.of("web/keys");
    }

    private static void keep(
            String name, @Nullable String value, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
