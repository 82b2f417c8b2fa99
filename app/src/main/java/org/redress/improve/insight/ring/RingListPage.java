package org.redress.improve.insight.ring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tickets behind a figure of the ring. */
public record RingListPage(
        String title,
        String means,
        String moment,
        long count,
        List<Row> rows,
        @Nullable String next) {

    /** One of them. */
    public record Row(
            String number,
            String href,
            String subject,
            String moment,
            String received,
            String place,
            String channel,
            String type,
            String cause,
            String state) {}
}
