package org.redress.platform.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The inside of a form as its template has drawn it, and the same with what was typed into it before. */
final class DrawnForm {

    private static final String AREAS = "textarea[name]:not([readonly])";

    private static final String VERSION = "input[type=hidden][name=version], input[type=hidden][name=seen]";

    /** Carried by the page or chosen on this computer; nothing that is typed. */
    private static final Set<String> NOT_TYPED = Set.of("hidden", "file", "submit", "button", "password");

    private static final Set<String> TICKED = Set.of("checkbox", "radio");

    private final String html;
    private final boolean lines;
    private final Document drawn;

    /** @param lines whether a form that asks for no more than lines counts as one in which one writes sentences */
    DrawnForm(String html, boolean lines) {
        this.html = html;
        this.lines = lines;
        this.drawn = Jsoup.parseBodyFragment(html);
        drawn.outputSettings().prettyPrint(false);
    }

    /** As its template has drawn it. */
    String html() {
        return html;
    }

    /** The fields in which one writes sentences. */
    List<String> sentences() {
        List<String> areas = areas().map(DrawnForm::name).toList();
        return areas.isEmpty() && lines ? drawn.select("input[name][type=text]").eachAttr("name") : areas;
    }

    /** Tells one state of what the form is about from another one: what is saved of it, and its version. */
    String stand() {
        return Integer.toHexString(
                Stream.concat(drawn.select(VERSION).eachAttr("value").stream(), areas().map(Element::wholeText))
                        .toList()
                        .hashCode());
    }

    /** Whether it came back with something wrong in it, and so holds what was typed. */
    boolean returned() {
        return !drawn.select("[aria-invalid=true]").isEmpty();
    }

    /** Whether its sentences are these. */
    boolean holds(Map<String, String> typed) {
        return areas().allMatch(area -> area.wholeText().equals(typed.getOrDefault(name(area), "")));
    }

    /** What is saved in the fields of sentences and was typed differently. */
    List<String> savedBeside(Map<String, String> typed) {
        return areas().filter(area -> typed.containsKey(name(area)))
                .map(Element::wholeText)
                .filter(saved -> !saved.isBlank() && !typed.containsValue(saved))
                .toList();
    }

    /**
     * The same form with what was typed; a field that was not there then stays as it is drawn.
     *
     * @param behind whether something else has been saved since: then a line or a choice that holds anything keeps it
     */
    String with(Map<String, String> typed, boolean behind) {
        Document filled = drawn.clone();
        Set<String> sentences = Set.copyOf(sentences());
        filled.select("textarea[name], select[name], input[name]").stream()
                .filter(field -> typed.containsKey(name(field)) || TICKED.contains(field.attr("type")))
                .filter(field -> !behind || sentences.contains(name(field)) || empty(field))
                .forEach(field -> fill(field, typed));
        return filled.body().html();
    }

    private Stream<Element> areas() {
        return drawn.select(AREAS).stream();
    }

    private static String name(Element field) {
        return field.attr("name");
    }

    /** Whether nothing stands in it as it is drawn. */
    private boolean empty(Element field) {
        return switch (field.normalName()) {
            case "select" ->
                field.select("option[selected]").eachAttr("value").stream().allMatch(String::isEmpty);
            case "input" ->
                TICKED.contains(field.attr("type"))
                        ? sameName(field).stream().noneMatch(one -> one.hasAttr("checked"))
                        : field.attr("value").isEmpty();
            default -> field.wholeText().isEmpty();
        };
    }

    /** A choice that is offered no longer leaves what is drawn. */
    private void fill(Element field, Map<String, String> typed) {
        List<String> values = values(field, typed);
        String type = field.attr("type");
        if (field.nameIs("textarea")) {
            if (!field.hasAttr("readonly")) {
                field.text(String.join("\n", values));
            }
        } else if (field.nameIs("select")) {
            if (offers(field.select("option"), values)) {
                field.select("option")
                        .forEach(option -> option.attr("selected", values.contains(option.attr("value"))));
            }
        } else if (TICKED.contains(type)) {
            if (type.equals("checkbox") || offers(sameName(field), values)) {
                field.attr("checked", values.contains(field.hasAttr("value") ? field.attr("value") : "on"));
            }
        } else if (!NOT_TYPED.contains(type)) {
            field.attr("value", String.join("\n", values));
        }
    }

    private List<Element> sameName(Element input) {
        return drawn.select("input[name]").stream()
                .filter(other -> name(other).equals(name(input)))
                .toList();
    }

    private static boolean offers(List<Element> choices, List<String> values) {
        return choices.stream().anyMatch(choice -> values.contains(choice.attr("value")));
    }

    private static List<String> values(Element field, Map<String, String> typed) {
        return typed.containsKey(name(field))
                ? List.of(typed.getOrDefault(name(field), "").split("\n", -1))
                : List.of();
    }
}
