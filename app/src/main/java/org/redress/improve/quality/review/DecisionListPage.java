package org.redress.improve.quality.review;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.improve.quality.QualityNames.Named;

/**
 * Decisions of all meetings.
 *
 * @param all whether the reader may see those of others
 */
public record DecisionListPage(
        boolean ended,
        boolean mine,
        boolean all,
        List<Decision> rows,
        Named named,
        LocalDate today,
        @Nullable String next,
        ZoneId zone) {}
