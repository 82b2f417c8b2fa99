package org.redress.improve.insight.board;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.improve.insight.chart.TrendLines;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** The most frequent, week by week. */
@Component
class Trends {

    static final int WEEKS = 26;

    /** In percent: more tickets without a value make a week unsettled. */
    private static final int MOST_WITHOUT = 20;

    private final BoardRows rows;

    Trends(BoardRows rows) {
        this.rows = rows;
    }

    /** Something that happened on a day to one of the values. */
    record Event(String value, LocalDate on, String what) {}

    /** The first day of the weeks that end with a day. */
    static LocalDate first(LocalDate to) {
        return to.minusWeeks(WEEKS).plusDays(1);
    }

    BoardPage.@Nullable Trend of(
            Actor actor,
            Words words,
            BoardFilter filter,
            By by,
            Naming naming,
            List<String> values,
            List<Event> events) {
        if (values.isEmpty()) {
            return null;
        }
        LocalDate first = first(filter.to());
        BoardFilter span = filter.during(first, filter.to());
        Map<String, long[]> counts = values.stream().collect(Collectors.toMap(v -> v, v -> new long[WEEKS]));
        rows.weeks(actor, span, by, values)
                .forEach(week -> line(counts, week.value())[WEEKS - 1 - week.weeksAgo()] = week.count());
        List<TrendLines.Series> series = values.stream()
                .map(value -> new TrendLines.Series(
                        naming.value(by, value),
                        IntStream.range(0, WEEKS)
                                .mapToObj(i -> line(counts, value)[i])
                                .toList()))
                .toList();
        int settled = settled(rows.weeklyWithout(actor, span, by));
        TrendLines lines =
                TrendLines.of(series, months(words, first), marks(words, first, values, events), WEEKS, settled);
        return new BoardPage.Trend(
                lines,
                words.text("board.trend.said", said(words, lines, series)),
                series.stream().map(TrendLines.Series::name).toList(),
                table(words, span, by, values, counts),
                lines.unsettled() == null ? "" : words.text("board.trend.open." + by.name()));
    }

    private static long lastOf(TrendLines lines, TrendLines.Series one) {
        return lines.lines().stream()
                .filter(line -> line.name().equals(one.name()))
                .mapToLong(TrendLines.Line::last)
                .findFirst()
                .orElse(0);
    }

    private static long[] line(Map<String, long[]> counts, String value) {
        return counts.getOrDefault(value, new long[WEEKS]);
    }

    /**
     * Up to which week hardly any ticket lacks a value: what is named late would look like a fall. All of them, where not
     * even the first is settled.
     */
    static int settled(List<BoardRows.Unsettled> weeks) {
        boolean[] open = new boolean[WEEKS];
        weeks.forEach(week -> open[WEEKS - 1 - week.weeksAgo()] = 100 * week.without() > MOST_WITHOUT * week.all());
        int settled = WEEKS;
        while (settled > 0 && open[settled - 1]) {
            settled--;
        }
        return settled == 0 ? WEEKS : settled;
    }

    private static String said(Words words, TrendLines lines, List<TrendLines.Series> series) {
        return series.stream()
                .map(one ->
                        words.text("board.trend.one", one.name(), one.counts().getFirst(), lastOf(lines, one)))
                .collect(Collectors.joining(words.text("board.trend.joint")));
    }

    /** The first week of each month is named, but for one at the very edge. */
    private static List<TrendLines.At> months(Words words, LocalDate first) {
        DateTimeFormatter month = DateTimeFormatter.ofPattern(words.text("board.month"), words.locale());
        List<TrendLines.At> marks = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate end = first.plusWeeks(week).plusDays(6);
            if (end.getDayOfMonth() <= 7) {
                marks.add(new TrendLines.At(week, month.format(end)));
            }
        }
        return marks;
    }

    private static List<TrendLines.At> marks(Words words, LocalDate first, List<String> values, List<Event> events) {
        return events.stream()
                .filter(event -> values.contains(event.value()) && !event.on().isBefore(first))
                .map(event -> new TrendLines.At(
                        (int) (ChronoUnit.DAYS.between(first, event.on()) / 7),
                        words.text("board.since", words.monthDay(event.on()), event.what())))
                .filter(mark -> mark.column() < WEEKS)
                .limit(1)
                .toList();
    }

    private static List<BoardPage.Week> table(
            Words words, BoardFilter span, By by, List<String> values, Map<String, long[]> counts) {
        return IntStream.range(0, WEEKS)
                .mapToObj(week -> {
                    LocalDate from = span.from().plusWeeks(week);
                    BoardFilter one = span.during(from, from.plusDays(6));
                    return new BoardPage.Week(
                            words.date(from),
                            values.stream()
                                    .map(value -> new BoardPage.Link(
                                            words.number(line(counts, value)[week]),
                                            Board.tickets(one, by, value),
                                            false))
                                    .toList());
                })
                .toList();
    }
}
