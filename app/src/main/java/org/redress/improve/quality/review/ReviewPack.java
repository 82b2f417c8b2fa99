package org.redress.improve.quality.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.improve.quality.hot.Matter;
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
            long days) {

        private WorstCase covered(UnaryOperator<String> words) {
            return new WorstCase(
                    ticket, number, words.apply(subject), words.apply(place), unit, reopened, verdict, late, days);
        }
    }

    /** A matter that was hot. */
    public record HotLine(
            UUID id,
            String place,
            String type,
            @Nullable String subject,
            int count,
            double expected,
            double score,
            @Nullable String said) {

        private HotLine covered(UnaryOperator<String> words) {
            return new HotLine(id, words.apply(place), type, subject, count, expected, score, said);
        }

        /** In a pack of before there were subjects, none. */
        public Matter matter() {
            return new Matter(place, type, Objects.requireNonNullElse(subject, ""));
        }
    }

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
            String outcome) {

        private FollowUp covered(UnaryOperator<String> words) {
            return new FollowUp(id, number, words.apply(what), owner, dueOn, state, late, words.apply(outcome));
        }
    }

    /** The same with what is covered in the words that people wrote. */
    ReviewPack covered(UnaryOperator<String> words) {
        return new ReviewPack(
                at,
                week,
                before,
                worst.stream().map(one -> one.covered(words)).toList(),
                hot.stream().map(one -> one.covered(words)).toList(),
                cards,
                followUp.stream().map(one -> one.covered(words)).toList());
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static ReviewPack read(String json) {
        return JSON.readValue(json, ReviewPack.class);
    }
}
