package org.redress.desk.outlet;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The board.
 *
 * @param withdrawn whether it shows what is promised no longer
 * @param minimum fewer limits than this in a month say nothing about a share
 * @param manage whether the reader keeps the promises
 * @param bureau its number, under which the public page is found
 */
public record PromiseListPage(
        List<PromiseStanding> rows,
        boolean withdrawn,
        int minimum,
        boolean manage,
        boolean export,
        boolean tickets,
        int bureau,
        LocalDate today,
        @Nullable String next) {}
