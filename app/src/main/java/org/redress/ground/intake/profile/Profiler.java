package org.redress.ground.intake.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.FileProfile.Check;
import org.redress.ground.intake.FileProfile.Column;
import org.redress.ground.intake.RunId;
import org.redress.ground.intake.reading.DateText;
import org.redress.ground.intake.reading.Dated;
import org.redress.ground.intake.reading.Form;
import org.redress.ground.intake.reading.PhoneText;
import org.redress.ground.intake.sheet.Resent;
import org.redress.ground.intake.sheet.Row;
import org.redress.ground.intake.sheet.Rows;
import org.redress.ground.intake.sheet.Sniffer;

/** Reads a file once and counts what stands in its columns. */
public final class Profiler {

    private static final int FIRST = 50;
    private static final int LONGEST_KEPT = 10_000;
    private static final int MOST_KEPT = 1 << 20;
    private static final int MOST_COLUMNS = 1_000;
    /** Sets of distinct values kept for that many columns once a file is large. */
    private static final int COUNTED = 4;

    private static final int LARGE = 100_000;

    private final PhoneText phones;
    private final DateText text;
    private final LocalDate today;
    private final LongConsumer progress;
    private final List<ColumnTally> tallies = new ArrayList<>();
    private final Map<Integer, Map<Integer, CheckTally>> checks = new TreeMap<>();
    private final List<Row> first = new ArrayList<>();
    private List<String> heading = List.of();
    private long kept;
    private long rows;
    private long blank;

    private Profiler(String region, LocalDate today, LongConsumer progress) {
        this.progress = progress;
        this.phones = new PhoneText(region);
        this.text = new DateText(today.getYear());
        this.today = today;
    }

    /**
     * Profiles a file.
     *
     * @param look its layout
     * @param region of the bureau, for telephone numbers
     * @param progress is told after each row how many have been read
     */
    public static FileProfile of(Path file, Sniffer.Look look, String region, LocalDate today, LongConsumer progress)
            throws IOException {
        Profiler profiler = new Profiler(region, today, progress);
        try (Rows all = Rows.all(file, look.layout())) {
            profiler.readAll(all, look.layout().header());
        }
        return profiler.result(look);
    }

    private void readAll(Rows all, int header) throws IOException {
        int above = header;
        for (Row row = all.next(); row != null; row = all.next()) {
            if (row.blank()) {
                blank++;
            } else if (above > 0) {
                heading = --above == 0 ? row.cells() : heading;
            } else {
                add(row);
            }
        }
    }

    private void add(Row row) {
        rows++;
        progress.accept(rows);
        keep(row);
        Map<Integer, Dated> dated = new HashMap<>();
        for (int i = 0; i < Math.min(row.size(), MOST_COLUMNS); i++) {
            while (tallies.size() <= i) {
                tallies.add(new ColumnTally(phones, new DateTally(today)));
            }
            ColumnTally tally = tallies.get(i);
            String cell = row.text(i).strip();
            if (tally.add(cell, row.kind(i)) && tally.dates.hopeful()) {
                Dated date = text.read(cell, row.kind(i));
                tally.dates.add(date);
                if (date != null) {
                    dated.put(i, date);
                }
            }
        }
        dated.forEach((column, date) -> {
            if (date.ambiguous() || date.turnable()) {
                both(row, column, date.turnable() ? date.turned(true) : date, dated);
            } else if (date.form() == Form.CELL) {
                certain(column, date, dated);
            }
        });
        if (rows % LARGE == 0) {
            saveMemory();
        }
    }

    /** Keeps a row for the preview, while there are few and they are not large. */
    private void keep(Row row) {
        if (first.size() < FIRST && kept < MOST_KEPT) {
            Row shown = row.cut(LONGEST_KEPT);
            kept += shown.characters();
            if (kept <= MOST_KEPT) {
                first.add(shown);
            }
        }
    }

    private void both(Row row, int column, Dated date, Map<Integer, Dated> dated) {
        for (int i = 0; i < tallies.size(); i++) {
            if (i != column && tallies.get(i).dates.hopeful()) {
                check(column, i).add(date, dated.get(i));
            }
        }
        tallies.get(column).dates.keep(date, row.line(), row.text(column).strip(), () -> {
            Map<Integer, String> others = new HashMap<>();
            dated.keySet().stream()
                    .filter(i -> i != column)
                    .forEach(i -> others.put(i, row.text(i).strip()));
            return Map.copyOf(others);
        });
    }

    private void certain(int column, Dated date, Map<Integer, Dated> dated) {
        YearMonth month = date.certainMonth();
        dated.forEach((second, other) -> {
            if (month != null && second != column) {
                check(column, second).addCertain(month, other);
            }
        });
    }

    private CheckTally check(int column, int second) {
        return checks.computeIfAbsent(column, c -> new TreeMap<>()).computeIfAbsent(second, c -> new CheckTally());
    }

    /** Decides for each column whether its date cells are taken as they stand. */
    private void decide() {
        for (int i = 0; i < tallies.size(); i++) {
            Map<Integer, CheckTally> seconds = checks.getOrDefault(i, Map.of());
            tallies.get(i)
                    .dates
                    .decide(seconds.entrySet().stream()
                            .anyMatch(e -> e.getValue().contradicts(tallies.get(e.getKey()).dates)));
        }
    }

    private void saveMemory() {
        List<ColumnTally> counting = tallies.stream()
                .filter(ColumnTally::counting)
                .sorted(Comparator.comparing(ColumnTally::averageLength))
                .toList();
        counting.subList(Math.min(COUNTED, counting.size()), counting.size()).forEach(ColumnTally::stopCounting);
    }

    private FileProfile result(Sniffer.Look look) {
        decide();
        int own = heading.isEmpty() ? 0 : Resent.own(heading);
        boolean resent = own < heading.size();
        RunId sentBackBy = resent ? Resent.run(heading) : null;
        heading = resent ? heading.stream().map(Resent::unguard).toList() : heading;
        List<Column> columns = columns(resent ? own : Math.max(own, filledColumns()));
        List<Check> found = new ArrayList<>();
        checks.forEach((column, seconds) -> seconds.forEach((second, tally) -> {
            if (column < columns.size()
                    && second < columns.size()
                    && columns.get(column).dates() != null) {
                Check check = tally.result(column, second, tallies.get(column).dates, tallies.get(second).dates);
                if (check.settled() > 0) {
                    found.add(check);
                }
            }
        }));
        return new FileProfile(
                look.layout(),
                look.confidence(),
                look.sure(),
                look.sheets(),
                rows,
                blank,
                resent,
                sentBackBy,
                columns,
                found,
                List.copyOf(first));
    }

    /** Columns beyond the heading count where half of the rows fill them; else those rows have slipped. */
    private int filledColumns() {
        int n = 0;
        for (int i = 0; i < tallies.size(); i++) {
            n = heading.isEmpty() || tallies.get(i).filled() * 2 >= rows ? i + 1 : n;
        }
        return n;
    }

    private List<Column> columns(int count) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> total = new HashMap<>();
        for (int i = 0; i < count; i++) {
            total.merge(name(i), 1, Integer::sum);
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = name(i);
            int nth = seen.merge(name, 1, Integer::sum);
            boolean twins = !name.isEmpty() && total.getOrDefault(name, 1) > 1;
            ColumnTally tally = i < tallies.size() ? tallies.get(i) : new ColumnTally(phones, new DateTally(today));
            columns.add(tally.result(i, name, twins ? nth : 0));
        }
        return columns;
    }

    private String name(int column) {
        @Nullable String name = column < heading.size() ? heading.get(column) : null;
        return name == null ? "" : name.strip().replaceAll("\\s+", " ");
    }
}
