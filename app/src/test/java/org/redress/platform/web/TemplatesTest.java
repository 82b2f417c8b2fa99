package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every template, read as text. */
class TemplatesTest {

    private static final Path PAGES = Path.of("src/main/jte");
    private static final Path ASSETS = Path.of("src/main/resources/assets");

    private static final Pattern COMMENT =
            Pattern.compile("<%--.*?--%>|^@(?:import|param) [^\n]*", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern INLINE =
            Pattern.compile("\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*\"|<style|<script(?! src=\"\\$\\{shell)|javascript:");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href|action)=\"(?:https?:)?//");
    private static final Pattern WRITTEN =
            Pattern.compile(">[^<>$@{}`]*?(\\p{IsAlphabetic}{2,})[^<>$@{}`]*<(?!/kbd|/code)");
    private static final Pattern LABELLED =
            Pattern.compile("(?:placeholder|title|aria-label|alt)=\"([^\"$]*\\p{IsAlphabetic}{2}[^\"$]*)\"");

    private static final Pattern FORM =
            Pattern.compile("<form\\b[^>]*method=\"post\".*?</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** Of these a second arrival does no harm: signing in and out, light and language, an answer whose link is spent. */
    private static final Set<String> KEYLESS = Set.of(
            "identity/sign-in.jte",
            "layout/language.jte",
            "layout/languages.jte",
            "layout/theme.jte",
            "layout/themes.jte",
            "layout/top.jte",
            "followup/answer.jte");

    private static final Pattern COMMAS = Pattern.compile("<a [^>]*(?:\\.csv\\b|export\\(\"csv\"\\))[^>]*>");

    private static final String TEXTAREA = "component/textarea.jte";
    private static final Pattern LONG =
            Pattern.compile("<textarea\\b(?![^>]*\\sreadonly)|@template\\.component\\.textarea\\(");
    private static final Pattern DRAFTED = Pattern.compile("@template\\.(?:component\\.form|ticket\\.writing)\\(");

    private static final Map<String, String> OTHERWISE_KEPT = Map.of(
            "contact/new.jte", "a contact that is begun is a thing of its own, kept by its room",
            "followup/answer.jte", "a customer writes it, who is nobody's staff and signs in nowhere");

    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"i-([a-z-]+)\"");
    private static final Pattern ICON = Pattern.compile(
            "(?:\\bicon = |icon\\(shell = shell, name = |shell\\.icon\\()\"([a-z-]+)\"|new NavEntry\\([^)]*\"([a-z-]+)\"\\)");

    @Test
    void no_template_holds_a_style_a_script_or_another_host() throws IOException {
        assertThat(found(INLINE)).isEmpty();
        assertThat(found(ELSEWHERE)).isEmpty();
    }

    @Test
    void no_text_stands_in_a_template() throws IOException {
        assertThat(found(WRITTEN)).isEmpty();
        assertThat(found(LABELLED)).isEmpty();
    }

    @Test
    void every_icon_is_in_the_sprite() throws IOException {
        Set<String> sprite = SYMBOL.matcher(Files.readString(ASSETS.resolve("icons.svg")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        for (Path root : Set.of(PAGES, Path.of("src/main/java"))) {
            for (String text : texts(root).values()) {
                ICON.matcher(text)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .forEach(used::add);
            }
        }

        assertThat(sprite).containsAll(used);
        assertThat(used).isNotEmpty();
    }

    @Test
    void every_form_that_changes_something_carries_the_key_that_makes_it_count_once() throws IOException {
        List<String> forms = new ArrayList<>();
        Set<String> keyless = new TreeSet<>();
        texts(PAGES)
                .forEach((page, text) -> FORM.matcher(text).results().forEach(found -> {
                    forms.add(page);
                    if (!found.group().contains("name=\"formKey\" value=\"${shell.formKey()}\"")) {
                        keyless.add(page);
                    }
                }));

        assertThat(keyless).isEqualTo(KEYLESS);
        assertThat(forms).contains("component/form.jte");
    }

    @Test
    void every_form_in_which_one_writes_more_than_a_line_keeps_a_draft() throws IOException {
        Map<String, String> pages = texts(PAGES);
        Set<String> without = new TreeSet<>();
        pages.forEach((page, text) -> {
            if (!page.equals(TEXTAREA)) {
                LONG.matcher(text).results().forEach(field -> without.addAll(draftless(pages, page, field.start())));
            }
        });

        assertThat(without).isEqualTo(OTHERWISE_KEPT.keySet());
    }

    @Test
    void every_link_to_a_file_of_commas_says_that_no_cell_of_it_is_run() throws IOException {
        List<String> silent = new ArrayList<>();
        texts(PAGES)
                .forEach((page, text) -> COMMAS.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .filter(link -> !link.contains("shell.t(\"board.file.hint\")"))
                        .forEach(link -> silent.add(page)));

        assertThat(silent).as("the rejected rows say it in a sentence").containsExactly("intake/result.jte");
    }

    /** The templates whose form around a place keeps nothing; a part of a form stands in whatever draws it. */
    private static Set<String> draftless(Map<String, String> pages, String page, int at) {
        String text = Objects.requireNonNull(pages.get(page));
        List<MatchResult> around = DRAFTED.matcher(text)
                .results()
                .filter(form -> form.start() < at && at < end(text, form.start()))
                .toList();
        if (!around.isEmpty()) {
            return Set.of();
        }
        int form = text.lastIndexOf("<form", at);
        if (form >= 0 && text.indexOf("</form>", form) > at) {
            return Set.of(page);
        }
        String part = "@template."
                + page.substring(0, page.length() - ".jte".length()).replace('/', '.') + "(";
        Set<String> without = new TreeSet<>();
        boolean[] drawn = {false};
        pages.forEach((other, whole) -> {
            for (int call = whole.indexOf(part); call >= 0; call = whole.indexOf(part, call + 1)) {
                drawn[0] = true;
                without.addAll(draftless(pages, other, call));
            }
        });
        return drawn[0] ? without : Set.of(page);
    }

    /** Where the content of a call ends. */
    private static int end(String text, int call) {
        int depth = 0;
        for (int i = text.indexOf("@`", call) + 1; i > 0 && i < text.length(); i++) {
            if (text.charAt(i) == '`') {
                depth += text.charAt(i - 1) == '@' ? 1 : -1;
            }
            if (depth == 0) {
                return i;
            }
        }
        return call;
    }

    private static Map<String, String> found(Pattern pattern) throws IOException {
        Map<String, String> found = new TreeMap<>();
        texts(PAGES)
                .forEach((file, text) ->
                        pattern.matcher(text).results().findFirst().ifPresent(hit -> found.put(file, hit.group())));
        return found;
    }

    private static Map<String, String> texts(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(
                        root.relativize(file).toString(),
                        COMMENT.matcher(Files.readString(file)).replaceAll(""));
            }
            return texts;
        }
    }
}
