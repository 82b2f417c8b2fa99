package org.redress.improve.insight.cases;

import java.time.ZoneId;
import java.util.List;

/**
 * One case.
 *
 * @param cause its name, or empty
 * @param type of the matter at hand, for which marks count; empty where it is not known
 * @param marking whether the reader may mark
 */
public record CasePage(
        RecoveryCase one,
        String cause,
        String type,
        SimilarCase.Marks marks,
        boolean marking,
        List<Written> history,
        ZoneId zone) {

    public CasePage {
        history = List.copyOf(history);
    }

    /** A revision and why it was written, by key {@code case.why.WHY}. */
    public record Written(int number, String why, java.time.Instant at) {}

    public String path() {
        return "/cases/" + one.ticket().value();
    }
}
