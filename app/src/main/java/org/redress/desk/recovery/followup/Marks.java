package org.redress.desk.recovery.followup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;

/**
 * What a customer answered; of questions that they left out there is nothing.
 *
 * @param recovery how it was put right, 1 to 5, 5 best; null for who had no failure
 * @param service the service as a whole, 1 to 5
 * @param effort how easy it was for the customer, 1 to 5, 5 easiest
 * @param stay whether they mean to stay, 1 to 5, 5 certainly
 * @param recommend how likely they would recommend us, 0 to 10 (the promoter question)
 * @param elsewhere whether they have complained elsewhere, or mean to
 */
public record Marks(
        @Nullable Integer recovery,
        @Nullable Integer service,
        @Nullable Integer effort,
        @Nullable Integer stay,
        @Nullable Integer recommend,
        @Nullable Boolean elsewhere) {

    public static final int BEST = 5;
    public static final int MOST = 10;

    /** Refuses what is no mark, with its field, and an answer without the question that matters. */
    void check(boolean recovered) {
        check("recovery", recovery, 1, BEST);
        check("service", service, 1, BEST);
        check("effort", effort, 1, BEST);
        check("stay", stay, 1, BEST);
        check("recommend", recommend, 0, MOST);
        if (recovered && recovery == null) {
            throw Problem.invalid("followup.mark.missing", "recovery");
        }
        if (service == null) {
            throw Problem.invalid("followup.mark.missing", "service");
        }
    }

    private static void check(String field, @Nullable Integer mark, int least, int most) {
        if (mark != null && (mark < least || mark > most)) {
            throw Problem.invalid("followup.mark", field, least, most);
        }
    }

    /**
     * Whether somebody should call.
     *
     * @param limit a mark at or below it is bad
     */
    boolean bad(int limit) {
        return low(recovery, limit) || low(service, limit) || low(stay, limit) || Boolean.TRUE.equals(elsewhere);
    }

    /**
     * What of a bad answer gives reason to call; its lowest mark where none is bad by today's limit.
     *
     * @param limit a mark at or below it is bad
     */
    String why(int limit, Words words) {
        String why = bad(limit, words);
        return why.isEmpty()
                ? bad(
                        Stream.of(recovery, service, stay)
                                .filter(Objects::nonNull)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        words)
                : why;
    }

    private String bad(int limit, Words words) {
        List<String> bad = new ArrayList<>();
        low(bad, words, "followup.mark.recovery", recovery, limit);
        low(bad, words, "followup.mark.service", service, limit);
        low(bad, words, "followup.mark.stay", stay, limit);
        if (Boolean.TRUE.equals(elsewhere)) {
            bad.add(words.text("followup.mark.elsewhere"));
        }
        return String.join(words.text("followup.why.and"), bad);
    }

    private static void low(List<String> bad, Words words, String key, @Nullable Integer mark, int limit) {
        if (mark != null && low(mark, limit)) {
            bad.add(words.text("followup.why.mark", words.text(key), mark));
        }
    }

    private static boolean low(@Nullable Integer mark, int limit) {
        return mark != null && mark <= limit;
    }
}
