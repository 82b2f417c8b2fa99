package org.redress.desk.ticket.workplace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.redress.platform.web.FormDrafts;

/**
 * What the reader has written about a ticket and not sent, by form.
 *
 * @param version of the ticket now
 */
public record Drafted(Map<String, FormDrafts.Draft> byForm, int version, ZoneId zone, Instant now) {

    /** Carries the version of the ticket that its writer saw. */
    static final String VERSION = "version";

    /** The fields in which a person writes sentences. */
    static final List<String> WRITTEN =
            List.of("text", "reason", "withoutAnswer", "withoutSettlement", "kindEvidence", "attributionEvidence");

    /**
     * One of them as its form shows it.
     *
     * @param behind whether the ticket has changed since
     */
    public record Line(String form, Instant savedAt, String words, boolean behind) {}

    Line line(FormDrafts.Draft draft) {
        return line(draft, field -> true);
    }

    Line line(FormDrafts.Draft draft, Predicate<String> fields) {
        String seen = draft.typed().getOrDefault(VERSION, "");
        return new Line(
                draft.form(), draft.savedAt(), words(draft.typed(), fields), !seen.equals(Integer.toString(version)));
    }

    /** The sentences among what was typed into some of the fields, each a paragraph. */
    static String words(Map<String, String> typed, Predicate<String> fields) {
        return String.join(
                "\n\n",
                WRITTEN.stream()
                        .filter(fields)
                        .map(field -> typed.getOrDefault(field, "").strip())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
