package org.redress.improve.insight.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketKind;
import org.redress.platform.web.Problem;
import org.springframework.format.annotation.DateTimeFormat;

/** The board's address taken apart. Bound by the framework; what is not there is null. */
record BoardRequest(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate since,

        @Nullable String place,
        @Nullable String channel,
        @Nullable String unit,
        @Nullable String kind,
        @Nullable String by,
        @Nullable String of,
        @Nullable String after,
        @Nullable String before) {

    /** Thirteen weeks. */
    static final int USUAL_DAYS = 91;

    private static final int LONGEST_YEARS = 20;

    BoardFilter filter(LocalDate today) {
        LocalDate last = to == null ? today : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
        if (first.isAfter(last) || first.isBefore(last.minusYears(LONGEST_YEARS))) {
            throw Problem.invalid("board.period", "from", LONGEST_YEARS);
        }
        return new BoardFilter(
                first,
                last,
                blank(place) ? null : place,
                named(Channel.values(), channel),
                blank(unit) ? null : id(unit),
                named(TicketKind.values(), kind),
                since,
                Map.of());
    }

    By dimension() {
        return By.ofSlug(by == null ? "" : by);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw Problem.absent("cause.absent");
        }
    }

    /** Where a list goes on. */
    BoardRows.@Nullable Cursor cursor() {
        String text = after != null ? after : before;
        if (text == null) {
            return null;
        }
        int dot = text.indexOf('.');
        if (dot < 1) {
            throw Problem.invalid("board.cursor", null);
        }
        try {
            long micros = Long.parseLong(text.substring(0, dot));
            return new BoardRows.Cursor(
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS), UUID.fromString(text.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("board.cursor", null);
        }
    }

    boolean backward() {
        return after == null && before != null;
    }

    static String cursor(BoardRows.Line line) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, line.receivedAt());
        return micros + "." + line.ticket().value();
    }
}
