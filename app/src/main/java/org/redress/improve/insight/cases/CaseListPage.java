package org.redress.improve.insight.cases;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/**
 * The case base as a list: the latest, or what resembles the words that were typed.
 *
 * @param q the words; empty for the latest
 * @param type of failure, or empty
 * @param similar what resembles them; null for the latest
 * @param next path of the page after this one, or null
 */
public record CaseListPage(
        String q,
        String type,
        List<Choice> types,
        List<Row> rows,
        @Nullable SimilarPart similar,
        @Nullable String next,
        ZoneId zone) {

    /** A case with the name of its cause. */
    public record Row(RecoveryCase one, String cause) {}

    public static String closed(RecoveryCase one, ZoneId zone, Words words) {
        return words.date(one.closedAt().atZone(zone).toLocalDate());
    }
}
