package org.redress.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Builds the {@link Shell} around the page of a request. */
@Component
class Shells {

    private final Languages languages;
    private final Assets assets;
    private final List<NavEntry> nav;
    private final ObjectProvider<BellRinger> bell;
    private final ObjectProvider<NavCount> counts;
    private final ObjectProvider<WrittenDrafts> drafts;

    Shells(
            Languages languages,
            Assets assets,
            List<NavEntry> nav,
            ObjectProvider<BellRinger> bell,
            ObjectProvider<NavCount> counts,
            ObjectProvider<WrittenDrafts> drafts) {
        this.languages = languages;
        this.assets = assets;
        this.bell = bell;
        this.counts = counts;
        this.drafts = drafts;
        this.nav = nav.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
    }

    Shell around(HttpServletRequest request) {
        Words words = languages.words(request);
        Viewer viewer = Principal.as(request, Viewer.class);
        return new Shell(
                words,
                viewer,
                viewer == null ? nav : counted(viewer),
                assets.prefix(),
                Theme.of(request).code(),
                path(request),
                () -> csrf(request),
                notice(request),
                viewer == null ? null : bell(viewer, words),
                written(request, viewer));
    }

    private Written written(HttpServletRequest request, @Nullable Viewer viewer) {
        WrittenDrafts kept = drafts.getIfAvailable();
        return viewer == null || kept == null ? Written.nothing() : Written.of(kept, viewer, path(request), request);
    }

    private List<NavEntry> counted(Viewer viewer) {
        Map<String, Integer> waiting =
                counts.stream().collect(Collectors.toMap(NavCount::floor, count -> count.waiting(viewer)));
        return nav.stream()
                .map(entry -> entry.waiting(waiting.getOrDefault(entry.name(), 0)))
                .toList();
    }

    private @Nullable Bell bell(Viewer viewer, Words words) {
        BellRinger ringer = bell.getIfAvailable();
        return ringer == null ? null : ringer.bell(viewer, words).orElse(null);
    }

    /** Where to come back to: this page, or the start when it was not one that a link leads to. */
    private static String path(HttpServletRequest request) {
        boolean failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
        return failed || !"GET".equals(request.getMethod()) ? "/" : LocalPath.of(request);
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    private static @Nullable Notice notice(HttpServletRequest request) {
        Map<String, ?> left = RequestContextUtils.getInputFlashMap(request);
        return left != null && left.get(Page.NOTICE) instanceof Notice notice ? notice : null;
    }
}
