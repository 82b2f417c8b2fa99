package org.redress.improve.insight.effect;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is in a group of like customers: cases beside those without a failure. Names in words, masked. */
public record AlikeGroupPage(
        Side side,
        Cell cell,
        List<CasesPage.Row> cases,
        @Nullable String nextCases,
        List<Like> others,
        @Nullable String nextOthers) {

    /** A customer without a failure. */
    public record Like(
            String path,
            String name,
            LocalDate since,
            boolean stayed,
            @Nullable LocalDate left) {}
}
