package org.redress.improve.insight.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a figure.
 *
 * @param title what is listed
 * @param about of which figure
 * @param asOf of when the figure is
 * @param back to the figure
 * @param headings of the cells, after those of ticket and customer
 * @param tickets whether the lines are cases; else they are customers
 * @param cut whether the page ends before everybody has been looked at
 * @param next null on the last page
 */
public record BehindPage(
        String title,
        String about,
        String asOf,
        Name back,
        boolean tickets,
        List<String> headings,
        List<Row> rows,
        boolean cut,
        @Nullable String next) {

    /** A name and where it leads; nowhere where it is not told. */
    public record Name(@Nullable String path, String text) {}

    /** A case or a customer; the ticket is null where the lines are customers. */
    public record Row(@Nullable Name ticket, Name customer, List<String> cells) {}
}
