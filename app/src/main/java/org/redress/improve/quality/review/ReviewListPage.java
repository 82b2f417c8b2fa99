package org.redress.improve.quality.review;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Attempt;

/**
 * The meetings.
 *
 * @param lead whether the reader prepares them
 * @param week that is proposed for the next one
 */
public record ReviewListPage(
        List<Review> rows,
        boolean lead,
        LocalDate week,
        Attempt attempted,
        @Nullable String next,
        ZoneId zone) {}
