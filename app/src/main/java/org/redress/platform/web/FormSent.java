package org.redress.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.FormDrafts.Place;
import org.redress.platform.web.FormDrafts.Window;

/**
 * A form whose text is kept, as it came: sent, or while somebody types.
 *
 * @param of its name: the address to which it is sent
 * @param sentences the fields in which one writes sentences
 * @param stand of what it is about, when the page was drawn
 * @param page on which it stands
 * @param typed what stands in its fields; of several values of one field each is a line
 */
record FormSent(
        String of, Window window, List<String> sentences, String stand, String page, Map<String, String> typed) {

    static final String OF = "draft-of";
    static final String SENTENCES = "draft-in";
    static final String STAND = "draft-stand";
    static final String PAGE = "draft-page";
    static final String SEEN = "draft-seen";

    /** What a form carries and nobody types. */
    private static final Set<String> CARRIED = Set.of("_csrf", "formKey", OF, SEEN);

    static Optional<FormSent> in(HttpServletRequest request) {
        String of = request.getParameter(OF);
        return "POST".equals(request.getMethod()) && of != null ? Optional.of(read(of, request)) : Optional.empty();
    }

    private static FormSent read(String of, HttpServletRequest request) {
        Map<String, String> typed = new HashMap<>();
        request.getParameterMap().forEach((field, values) -> {
            if (!CARRIED.contains(field)) {
                typed.put(field, String.join("\n", values).replace("\r\n", "\n"));
            }
        });
        String seen = given(request.getParameter(SEEN));
        return new FormSent(
                of,
                new Window(
                        given(request.getParameter("formKey")), seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0),
                Arrays.asList(given(request.getParameter(SENTENCES)).split(",")),
                given(request.getParameter(STAND)),
                page(request),
                typed);
    }

    /** The page on which a form stood that was sent. */
    static String page(HttpServletRequest request) {
        return LocalPath.orStart(request.getParameter(PAGE));
    }

    private static String given(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** The sentences among what was typed, each a paragraph. */
    static String sentences(Map<String, String> typed) {
        return Arrays.stream(typed.getOrDefault(SENTENCES, "text").split(","))
                .map(field -> typed.getOrDefault(field, "").strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** The same in a window that has sent nothing yet. */
    FormSent rekeyed() {
        return new FormSent(of, new Window(FormKeys.fresh(), window.seen()), sentences, stand, page, typed);
    }

    Place place(Viewer writer) {
        return Place.of(writer.bureauNumber(), writer.staffId(), of);
    }

    /** Whether it carries a key, without which it counts for nothing. */
    boolean keyed() {
        try {
            FormKeys.parse(window.key());
            return true;
        } catch (Problem none) {
            return false;
        }
    }

    /** Whether any sentence stands in it. */
    boolean written() {
        return sentences.stream()
                .anyMatch(field -> !typed.getOrDefault(field, "").isBlank());
    }

    int length() {
        return typed.values().stream().mapToInt(String::length).sum();
    }

    /** Whether a draft is what this window shows. */
    boolean shows(FormDrafts.Draft draft) {
        return sentences.stream()
                .allMatch(field -> draft.typed()
                        .getOrDefault(field, "")
                        .equals(typed.getOrDefault(field, "").replace("\0", "")));
    }
}
