package org.redress.improve.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of preventive actions. */
public record PreventionListPage(
        List<Tab> tabs,
        String title,
        List<Row> rows,
        @Nullable String next,
        boolean write) {

    /** One of the lists. */
    public record Tab(String text, String href, boolean current) {}

    /** One action. */
    public record Row(
            Prevention prevention,
            String cause,
            String owner,
            boolean late,
            @Nullable Verdict verdict) {}
}
