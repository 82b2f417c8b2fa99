package org.redress.platform.web;

import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The inside of a form as its template has drawn it, and the same with what was typed into it before.
 *
 * @param lines whether a form that asks for no more than lines counts as one in which one writes sentences
 */
record DrawnForm(String html, boolean lines) {

    private static final String ATTRIBUTES = "((?:[^>\"]|\"[^\"]*+\")*+)";
    private static final Pattern AREA =
            Pattern.compile("<textarea\\b" + ATTRIBUTES + ">(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b" + ATTRIBUTES + ">");
    private static final Pattern SELECT =
            Pattern.compile("<select\\b" + ATTRIBUTES + ">(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b" + ATTRIBUTES + ">");
    private static final Pattern READ_ONLY = Pattern.compile("\\sreadonly\\b");

    /** Carried by the page or chosen on this computer; nothing that is typed. */
    private static final Set<String> NOT_TYPED = Set.of("hidden", "file", "submit", "button", "password");

    private static final Set<String> TICKED = Set.of("checkbox", "radio");

    /** The fields in which one writes sentences. */
    List<String> sentences() {
        List<String> areas = areas().map(DrawnForm::name).toList();
        return !areas.isEmpty() || !lines
                ? areas
                : INPUT.matcher(html)
                        .results()
                        .filter(input -> "text".equals(attribute(input.group(1), "type")))
                        .map(DrawnForm::name)
                        .toList();
    }

    /** Tells one state of what the form is about from another one: what is saved of it, and its version. */
    String stand() {
        StringBuilder stand = new StringBuilder();
        INPUT.matcher(html)
                .results()
                .map(input -> input.group(1))
                .filter(input ->
                        "hidden".equals(attribute(input, "type")) && "version".equals(attribute(input, "name")))
                .forEach(input -> stand.append(attribute(input, "value")).append('\n'));
        areas().forEach(area -> stand.append(area.group(2)).append('\n'));
        return Integer.toHexString(stand.toString().hashCode());
    }

    /** Whether it came back with something wrong in it, and so holds what was typed. */
    boolean returned() {
        return html.contains("aria-invalid=\"true\"");
    }

    /** Whether its sentences are these. */
    boolean holds(Map<String, String> typed) {
        return areas().allMatch(area -> area.group(2).equals(content(typed.getOrDefault(name(area), ""))));
    }

    /** What is saved in the fields of sentences and was typed differently. */
    List<String> savedBeside(Map<String, String> typed) {
        return areas().filter(area -> typed.containsKey(name(area)))
                .filter(area ->
                        !area.group(2).isBlank() && !area.group(2).equals(content(typed.getOrDefault(name(area), ""))))
                .map(area -> HtmlUtils.htmlUnescape(area.group(2)))
                .toList();
    }

    /** The same form with what was typed; a field that was not there then stays as it is drawn. */
    String with(Map<String, String> typed) {
        String areas = replaced(
                AREA,
                html,
                area -> writes(area)
                        ? "<textarea" + area.group(1) + ">"
                                + content(typed.getOrDefault(name(area), HtmlUtils.htmlUnescape(area.group(2))))
                                + "</textarea>"
                        : area.group());
        String chosen = replaced(SELECT, areas, select -> select(select, typed));
        return replaced(INPUT, chosen, input -> input(input, typed));
    }

    /** Whether one of these can still be chosen; else what is drawn stands. */
    private boolean offers(String name, List<String> values) {
        return INPUT.matcher(html)
                .results()
                .map(input -> input.group(1))
                .filter(input -> name.equals(attribute(input, "name")))
                .anyMatch(input -> values.contains(attribute(input, "value")));
    }

    private Stream<MatchResult> areas() {
        return AREA.matcher(html).results().filter(DrawnForm::writes);
    }

    private static String name(MatchResult area) {
        return Objects.requireNonNullElse(attribute(area.group(1), "name"), "");
    }

    private static boolean writes(MatchResult area) {
        return !name(area).isEmpty() && !READ_ONLY.matcher(area.group(1)).find();
    }

    private static String select(MatchResult select, Map<String, String> typed) {
        List<String> values = values(attribute(select.group(1), "name"), typed);
        boolean offered = OPTION.matcher(select.group(2))
                .results()
                .anyMatch(option -> values.contains(attribute(option.group(1), "value")));
        return offered
                ? "<select" + select.group(1) + ">"
                        + replaced(
                                OPTION,
                                select.group(2),
                                option -> marked("option", option.group(1), "selected", values))
                        + "</select>"
                : select.group();
    }

    private String input(MatchResult input, Map<String, String> typed) {
        String name = attribute(input.group(1), "name");
        String type = Objects.requireNonNullElse(attribute(input.group(1), "type"), "text");
        if (name == null || NOT_TYPED.contains(type)) {
            return input.group();
        }
        if (type.equals("radio") && !offers(name, values(name, typed))) {
            return input.group();
        }
        if (TICKED.contains(type)) {
            return marked("input", input.group(1), "checked", values(name, typed));
        }
        return typed.containsKey(name)
                ? "<input" + without(input.group(1), "value") + " value=\""
                        + escaped(typed.getOrDefault(name, ""), Escape::htmlAttribute) + "\">"
                : input.group();
    }

    private static String marked(String tag, String attributes, String mark, List<String> values) {
        String value = Objects.requireNonNullElse(attribute(attributes, "value"), "on");
        return "<" + tag + without(attributes, mark) + (values.contains(value) ? " " + mark : "") + ">";
    }

    /** As they stand in attributes. */
    private static List<String> values(@Nullable String name, Map<String, String> typed) {
        return name == null || !typed.containsKey(name)
                ? List.of()
                : Arrays.stream(typed.getOrDefault(name, "").split("\n", -1))
                        .map(one -> escaped(one, Escape::htmlAttribute))
                        .toList();
    }

    private static @Nullable String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1) : null;
    }

    private static String without(String attributes, String name) {
        return attributes.replaceAll("\\s" + name + "(?:=\"[^\"]*\")?(?=\\s|$)", "");
    }

    private static String content(String text) {
        return escaped(text, Escape::htmlContent);
    }

    private static String escaped(String text, BiConsumer<String, TemplateOutput> way) {
        StringOutput out = new StringOutput();
        way.accept(text, out);
        return out.toString();
    }

    private static String replaced(Pattern pattern, String html, Function<MatchResult, String> by) {
        return pattern.matcher(html).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
    }
}
