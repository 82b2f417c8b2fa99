package org.redress.improve.insight.ring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Tickets behind a figure of the ring that no view of the desk holds. The count and the list take the same condition.
 * Texts by key {@code ring.slice.NAME} and {@code ring.slice.NAME.means}.
 */
enum RingSlice {
    /** A person decided the failure type today: what went from identify to recover. */
    CLASSIFIED("f.classified_at >= :today", "f.classified_at"),
    RESOLVED("f.resolved_at >= :today", "f.resolved_at"),
    /** The cause was named today. */
    NAMED("f.cause_at >= :today and f.cause is not null", "f.cause_at"),
    /** The cause was named today, and an action against it was in effect when the ticket came in. */
    CAME_BACK("""
            f.cause_at >= :today and f.cause is not null and exists (
              with recursive up (id, parent) as (
                select c.id, c.parent from insight.cause c where c.bureau = f.bureau and c.id = f.cause
                union all
                select c.id, c.parent from up join insight.cause c on c.bureau = f.bureau and c.id = up.parent)
              select from insight.action a
               where a.bureau = f.bureau and a.cause in (select id from up) and a.state <> 'stopped'
                 and a.effective_from <= (f.received_at at time zone :zone)::date
                 and (a.place = '' or a.place = f.place))
            """, "f.cause_at"),
    /** Resolved in the last 30 days. */
    SOLVED("f.resolved_at >= :month and f.resolved_at < :now", "f.resolved_at"),
    /** Received in the last 30 days, and the same customer had a failure of the same type shortly before. */
    REPEATED("f.received_at >= :month and f.received_at < :now and " + RingRows.SAME_BEFORE, "f.received_at"),
    /** Closed in the last 30 days without a cause. */
    NAMELESS(
            "f.closed_at >= :month and f.closed_at < :now and f.state = 'closed' and f.cause is null and "
                    + RingRows.FAILURE,
            "f.closed_at");

    private final String condition;
    private final String moment;

    RingSlice(String condition, String moment) {
        this.condition = condition;
        this.moment = moment;
    }

    /** The condition on {@code insight.fact f}. */
    String where() {
        return "f.bureau = :bureau and f.state not in ('rejected', 'cancelled') and " + condition;
    }

    /** By which moment the list is sorted. */
    String moment() {
        return moment;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String href() {
        return "/ring/" + slug();
    }

    static Optional<RingSlice> ofSlug(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }
}
