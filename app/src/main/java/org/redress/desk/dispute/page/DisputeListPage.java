package org.redress.desk.dispute.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Disputed items that wait, by when evidence is due. */
public record DisputeListPage(
        List<ClaimRow> rows,
        Instant now,
        ZoneId zone,
        @Nullable String next) {}
