package org.redress.improve.quality.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lies on the table of a meeting.
 *
 * @param at when it was put together
 * @param week of the week under review
 * @param before of the week before that
 * @param followUp what earlier meetings decided that was open, or has ended since the last one
 */
public record ReviewPack(
        Instant at,
        Figures week,
        Figures before,
        List<WorstCase> worst,
        List<HotLine> hot,
        List<CardLine> cards,
        List<FollowUp> followUp) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The complaints of a week.
     *
     * @param answered replies whose clock has stopped for a complaint that was first answered in the week
     * @param inTime those of them that were in time
     * @param judged investigations that came to an end
     * @param upheld those of them that found the complaint right, wholly or partly, by the provider's doing
     * @param remedies what stands of the remedies for the complaints closed in the week, in money
     * @param capped whether there were more closed complaints than the sum was taken over
     * @param notices cards that came to stand in the week, of each severity; what is not decided does not count
     */
    public record Figures(
            long received,
            long closed,
            long answered,
            long inTime,
            long judged,
            long upheld,
            long reopened,
            BigDecimal remedies,
            String currency,
            boolean capped,
            long notices,
            long yellows,
            long reds) {}

    /**
     * One of the worst cases, in the order of {@link WorstCaseOrder}.
     *
     * @param days between its coming in and its closing, or the end of the week
     */
    public record WorstCase(
            UUID ticket,
            String number,
            String subject,
            String place,
            UUID unit,
            int reopened,
            @Nullable String verdict,
            boolean late,
            long days) {}

    /** A matter that was hot. */
    public record HotLine(
            UUID id,
            String place,
            String type,
            int count,
            double expected,
            double score,
            @Nullable String said) {}

    /** A card that somebody has yet to decide about. */
    public record CardLine(UUID id, String number, UUID unit, String severity, String state) {}

    /** What became of an earlier decision. */
    public record FollowUp(
            UUID id,
            String number,
            String what,
            UUID owner,
            LocalDate dueOn,
            String state,
            boolean late,
            String outcome) {}

    String json() {
        return JSON.writeValueAsString(this);
    }

    static ReviewPack read(String json) {
        return JSON.readValue(json, ReviewPack.class);
    }
}
