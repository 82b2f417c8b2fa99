package org.redress.desk.appeal.chain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.AppealNames.Named;

/**
 * Appeals, the open ones by their next limit or the ended ones.
 *
 * @param writes whether the reader may record one
 */
public record AppealListPage(
        boolean ended,
        List<Appeal> rows,
        boolean writes,
        Named named,
        @Nullable String next,
        Instant now,
        ZoneId zone) {}
