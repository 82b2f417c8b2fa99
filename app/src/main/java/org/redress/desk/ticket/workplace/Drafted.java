package org.redress.desk.ticket.workplace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.redress.platform.web.FormDrafts;

/** What the reader has written about a ticket and not sent, by form. */
public record Drafted(Map<String, FormDrafts.Draft> byForm, ZoneId zone) {

    /** The fields in which a person writes sentences. */
    static final List<String> WRITTEN = List.of(
            "text",
            "reason",
            "withoutAnswer",
            "withoutSettlement",
            "withoutControl",
            "kindEvidence",
            "attributionEvidence");

    /**
     * One of them as it was written.
     *
     * @param name under which it is kept
     */
    public record Line(String form, String name, long version, Instant savedAt, String words) {}

    static Line line(String form, FormDrafts.Draft draft, Predicate<String> fields) {
        return new Line(form, draft.form(), draft.version(), draft.savedAt(), words(draft.typed(), fields));
    }

    /** The sentences among what was typed into some of the fields, each a paragraph. */
    private static String words(Map<String, String> typed, Predicate<String> fields) {
        return String.join(
                "\n\n",
                WRITTEN.stream()
                        .filter(fields)
                        .map(field -> typed.getOrDefault(field, "").strip())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
