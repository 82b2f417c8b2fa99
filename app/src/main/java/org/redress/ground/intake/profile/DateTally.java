package org.redress.ground.intake.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.FileProfile.Cells;
import org.redress.ground.intake.FileProfile.Dates;
import org.redress.ground.intake.FileProfile.Example;
import org.redress.ground.intake.FileProfile.Readings;
import org.redress.ground.intake.reading.Dated;
import org.redress.ground.intake.reading.Form;

/** Counts the dates of one column. */
final class DateTally {

    private static final int PROBE = 200;
    private static final int EARLIEST_YEAR = 1990;
    private static final int EXAMPLES = 4;

    /** Cells of one day that can be read both ways. */
    private record Bucket(long[] count, Example example) {

        /** The same where the day that stands was read with the month first. */
        Bucket turned() {
            return new Bucket(
                    count,
                    new Example(
                            example.line(),
                            example.given(),
                            example.monthFirst(),
                            example.dayFirst(),
                            example.others()));
        }
    }

    private final LocalDate today;
    private final Map<Form, Long> forms = new EnumMap<>(Form.class);
    /** Written dates, by the day that they mean with the day first. */
    private final Map<LocalDate, Bucket> both = new TreeMap<>();
    /** Date cells that a program may have turned, by the day that stands there. */
    private final Map<LocalDate, Bucket> cells = new TreeMap<>();

    private long seen;
    private long read;
    private long dayFirst;
    private long monthFirst;
    private long ambiguous;
    private long turnable;
    private long certain;
    private long timed;
    private long times;
    private long months;
    private Span span = Span.NONE;
    private Span standing = Span.NONE;
    private boolean doubtful;

    DateTally(LocalDate today) {
        this.today = today;
    }

    /** Whether the column may still be one of dates. */
    boolean hopeful() {
        return seen < PROBE || read * 20 >= seen;
    }

    void add(@Nullable Dated date) {
        seen++;
        if (date == null) {
            return;
        }
        read++;
        forms.merge(date.form(), 1L, Long::sum);
        if (date.form() == Form.TIME) {
            times++;
        } else if (date.form() == Form.MONTH) {
            months++;
        } else {
            timed += date.time() == null ? 0 : 1;
            day(date);
        }
    }

    private void day(Dated date) {
        LocalDate sure = date.certain();
        if (sure == null) {
            ambiguous++;
            return;
        }
        boolean possible = sure.getYear() >= EARLIEST_YEAR && !sure.isAfter(today.plusDays(1));
        if (date.turnable()) {
            turnable++;
            standing = possible ? standing.with(sure) : standing;
            return;
        }
        certain++;
        dayFirst += date.monthFirst() == null ? 1 : 0;
        monthFirst += date.dayFirst() == null ? 1 : 0;
        span = possible ? span.with(sure) : span;
    }

    /** Keeps where a cell falls that can be read both ways, and what other columns say there. */
    void keep(Dated date, long line, String given, Supplier<Map<Integer, String>> others) {
        LocalDate first = date.dayFirst();
        LocalDate second = date.monthFirst();
        if (first != null && second != null) {
            (date.form() == Form.CELL ? cells : both)
                    .computeIfAbsent(
                            first, day -> new Bucket(new long[1], new Example(line, given, day, second, others.get())))
                    .count()[0]++;
        }
    }

    /** Whether date cells that can be turned stand among dates that somebody wrote as two numbers and a year. */
    boolean mixed() {
        return turnable > 0 && forms.containsKey(Form.NUMBERS);
    }

    /**
     * Decides whether date cells are taken as they stand.
     *
     * @param contradicted whether a second column says otherwise
     */
    void decide(boolean contradicted) {
        doubtful = turnable > 0;
        if (doubtful && !mixed() && !contradicted) {
            Readings readings = readings();
            doubtful = readings.swapToMonthFirst() > 0 && readings.far();
        }
    }

    boolean doubtful() {
        return doubtful;
    }

    /** A program that knows one order alone leaves dates of the other as they were written. */
    boolean standsDayFirst() {
        return monthFirst == 0 ? dayFirst == 0 : dayFirst == 0 || dayFirst >= monthFirst;
    }

    private Span span() {
        return doubtful ? span : span.with(standing);
    }

    /** Whether a day lies outside the months of the certain ones. */
    boolean outside(LocalDate day) {
        return span().outside(day, 0);
    }

    @Nullable
    Dates result() {
        if (read == 0 || !hopeful()) {
            return null;
        }
        Map<String, Long> byName = new LinkedHashMap<>();
        forms.entrySet().stream()
                .sorted(Map.Entry.<Form, Long>comparingByValue().reversed())
                .forEach(e -> byName.put(e.getKey().key(), e.getValue()));
        return new Dates(
                byName,
                dayFirst,
                monthFirst,
                ambiguous + (doubtful ? turnable : 0),
                certain + (doubtful ? 0 : turnable),
                timed,
                times,
                months,
                span().begin(),
                span().end(),
                readings(),
                doubtful ? new Cells(turnable, standsDayFirst(), mixed()) : null);
    }

    private List<Bucket> doubted() {
        List<Bucket> all = new ArrayList<>(both.values());
        if (doubtful) {
            cells.values().forEach(bucket -> all.add(standsDayFirst() ? bucket : bucket.turned()));
        }
        return all;
    }

    private Readings readings() {
        long[] n = new long[6];
        boolean far = false;
        List<Example> odd = new ArrayList<>();
        List<Example> plain = new ArrayList<>();
        for (Bucket bucket : doubted()) {
            long count = bucket.count()[0];
            LocalDate first = bucket.example().dayFirst();
            LocalDate second = bucket.example().monthFirst();
            boolean firstOut = outside(first);
            boolean secondOut = outside(second);
            n[0] += firstOut ? count : 0;
            n[1] += secondOut ? count : 0;
            n[2] += first.isAfter(today) ? count : 0;
            n[3] += second.isAfter(today) ? count : 0;
            n[4] += secondOut && !firstOut ? count : 0;
            n[5] += firstOut && !secondOut ? count : 0;
            boolean outsider = dayFirst >= monthFirst ? firstOut && !secondOut : secondOut && !firstOut;
            far |= outsider && isFar(dayFirst >= monthFirst ? first : second);
            (outsider ? odd : plain).add(bucket.example());
        }
        return new Readings(n[0], n[1], n[2], n[3], n[4], n[5], far, examples(odd, plain));
    }

    /** A file may end a few days into a month, all of which can be read both ways; that is no sign of trouble. */
    private boolean isFar(LocalDate day) {
        return span().outside(day, 1);
    }

    private static List<Example> examples(List<Example> odd, List<Example> plain) {
        List<Example> examples = new ArrayList<>(odd.subList(0, Math.min(odd.size(), EXAMPLES / 2)));
        for (Example example : plain) {
            if (examples.size() < EXAMPLES) {
                examples.add(example);
            }
        }
        return examples;
    }
}
