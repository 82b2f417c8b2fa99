package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawnFormTest {

    private static final DrawnForm FORM = new DrawnForm("""
            <input type="hidden" name="version" value="3"><input type="hidden" name="words" value="carried">
            <textarea id="a" title="1 > 2" name="words" rows="2">It was &amp; so</textarea>
            <textarea readonly name="said">Said</textarea>
            <input id="f-name" name="name" type="text" value="A &amp; B" required>
            <input type="radio" name="mood" value="CALM" checked><input type="radio" name="mood" value="ANGRY">
            <input type="checkbox" name="line-a" checked> <input type="checkbox" name="day" value="1"><input type="checkbox" name="day" value="2">
            <input type="file" name="file">
            <select name="unit"><option value="">-</option><option data-user-content value="a&amp;b">A</option></select>
            """, false);

    @Test
    void what_was_typed_stands_in_fields_of_every_kind_and_is_escaped() {
        String filled = FORM.with(
                Map.of(
                        "words",
                        "</textarea><script> $1",
                        "name",
                        "\"><i>",
                        "mood",
                        "ANGRY",
                        "day",
                        "1\n2",
                        "unit",
                        "a&b"),
                false);

        assertThat(filled)
                .contains(
                        "<input type=\"hidden\" name=\"words\" value=\"carried\">",
                        "title=\"1 &gt; 2\" name=\"words\" rows=\"2\">&lt;/textarea&gt;&lt;script&gt; $1</textarea>",
                        "name=\"said\">Said</textarea>",
                        "name=\"mood\" value=\"CALM\"><input type=\"radio\" name=\"mood\" value=\"ANGRY\" checked>",
                        "<input type=\"checkbox\" name=\"line-a\">",
                        "name=\"day\" value=\"1\" checked><input type=\"checkbox\" name=\"day\" value=\"2\" checked>",
                        "<option value=\"\">-</option><option data-user-content value=\"a&amp;b\" selected>A")
                .doesNotContain("<i>", "<script>");
    }

    @Test
    void a_field_that_was_not_there_stays_as_it_is_drawn() {
        assertThat(FORM.with(Map.of("words", "x"), false))
                .contains("value=\"A &amp; B\"", "<option value=\"\">-</option>")
                .contains("value=\"CALM\" checked")
                .doesNotContain("name=\"line-a\" checked");
    }

    @Test
    void a_choice_that_is_offered_no_longer_leaves_what_is_drawn() {
        assertThat(FORM.with(Map.of("words", "x", "mood", "PLEASED", "unit", "gone"), false))
                .contains("value=\"CALM\" checked", "<option value=\"\">-</option>")
                .doesNotContain("selected");
    }

    @Test
    void sentences_are_written_into_what_holds_them_and_into_lines_where_a_form_says_so() {
        assertThat(FORM.sentences()).containsExactly("words");
        String lines = "<input name=\"evidence\" type=\"text\" value=\"\"><input name=\"day\" type=\"date\">";
        assertThat(new DrawnForm(lines, false).sentences()).isEmpty();
        assertThat(new DrawnForm(lines, true).sentences()).containsExactly("evidence");
    }

    @Test
    void a_saved_text_or_a_version_that_has_changed_is_another_state() {
        assertThat(FORM.stand()).isEqualTo(new DrawnForm(FORM.html(), true).stand());
        assertThat(FORM.stand())
                .isNotEqualTo(new DrawnForm(FORM.html().replace("value=\"3\"", "value=\"4\""), false).stand())
                .isNotEqualTo(new DrawnForm(FORM.html().replace("was", "is"), false).stand());
        assertThat(FORM.savedBeside(Map.of("words", "Mine"))).containsExactly("It was & so");
        assertThat(FORM.savedBeside(Map.of("words", "It was & so"))).isEmpty();
    }

    @Test
    void where_something_else_was_saved_since_a_line_or_choice_that_holds_anything_keeps_it() {
        DrawnForm saved = new DrawnForm("""
                <input type="hidden" name="seen" value="4"><textarea name="body">Saved</textarea>
                <input name="title" type="text" value="Theirs"><input name="due" type="date" value="">
                <select name="owner"><option value="">-</option><option value="a" selected>A</option><option value="b">B</option></select>
                <select name="way"><option value="">-</option><option value="SMS">SMS</option></select>
                """, false);
        Map<String, String> typed =
                Map.of("body", "Mine", "title", "Mine", "due", "2026-12-01", "owner", "b", "way", "SMS");

        assertThat(saved.with(typed, true))
                .contains(">Mine</textarea>", "value=\"Theirs\"", "value=\"2026-12-01\"")
                .contains("<option value=\"a\" selected>", "<option value=\"SMS\" selected>");
        assertThat(saved.with(typed, false))
                .contains("name=\"title\" type=\"text\" value=\"Mine\"", "<option value=\"b\" selected>");
        assertThat(saved.stand())
                .isNotEqualTo(new DrawnForm(saved.html().replace("value=\"4\"", "value=\"5\""), false).stand());
    }
}
