package org.redress.improve.insight.effect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The league of remedies per type of failure: those of which something can be said before the others. */
public record LeaguePage(
        @Nullable Instant reckonedAt, LocalDate since, int minimum, List<Group> groups, boolean export, ZoneId zone) {

    /** The remedies on one type, by its name. */
    public record Group(String type, List<Row> rows) {}

    /** A line with the name of its remedy. */
    public record Row(String name, LeagueLine line) {}
}
