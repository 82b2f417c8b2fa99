package org.redress.desk.ticket.workplace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketCard;
import org.redress.platform.web.ClockChip;

/**
 * A page of a view, in groups by what its clocks say, or by severity.
 *
 * @param title what the list is called
 * @param total how many there are on all pages; null where nobody counts
 * @param back address of the page before, or null
 * @param next address of the page after, or null
 */
public record TicketList(
        String title,
        @Nullable Long total,
        List<Group> groups,
        @Nullable String back,
        @Nullable String next) {

    /**
     * Rows whose clocks say the same, or that are equally severe.
     *
     * @param title what they have in common, in words
     * @param total how many there are; null where others may stand on another page
     */
    public record Group(String title, @Nullable Long total, List<Row> rows) {}

    /**
     * One ticket.
     *
     * @param clock null where no reply is owed
     * @param who answers for it, in words
     */
    public record Row(
            TicketCard card, @Nullable ClockChip clock, StateChip state, String who, String href, boolean current) {}

    public int shown() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }
}
