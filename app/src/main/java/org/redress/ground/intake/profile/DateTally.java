package org.redress.ground.intake.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

    /** Cells that can be read both ways, by the day that they mean with the day first. */
    private record Bucket(long[] count, Example example) {}

    private final LocalDate today;
    private final Map<Form, Long> forms = new EnumMap<>(Form.class);
    private final Map<LocalDate, Bucket> both = new TreeMap<>();
    private long seen;
    private long read;
    private long dayFirst;
    private long monthFirst;
    private long ambiguous;
    private long certain;
    private long timed;
    private long times;
    private long months;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

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
        certain++;
        dayFirst += date.monthFirst() == null ? 1 : 0;
        monthFirst += date.dayFirst() == null ? 1 : 0;
        if (sure.getYear() >= EARLIEST_YEAR && !sure.isAfter(today.plusDays(1))) {
            from = from == null || sure.isBefore(from) ? sure : from;
            to = to == null || sure.isAfter(to) ? sure : to;
        }
    }

    /** Keeps where a cell falls that can be read both ways, and what other columns say there. */
    void keep(Dated date, long line, String given, Map<Integer, String> others) {
        LocalDate first = date.dayFirst();
        LocalDate second = date.monthFirst();
        if (first != null && second != null) {
            both.computeIfAbsent(
                            first,
                            day -> new Bucket(new long[1], new Example(line, given, day, second, Map.copyOf(others))))
                    .count()[0]++;
        }
    }

    /** Whether a day lies outside the months of the certain ones. */
    boolean outside(LocalDate day) {
        return from != null
                && to != null
                && (day.isBefore(firstOf(from))
                        || day.isAfter(YearMonth.from(to).atEndOfMonth()));
    }

    private static LocalDate firstOf(LocalDate day) {
        return day.withDayOfMonth(1);
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
                ambiguous,
                certain,
                timed,
                times,
                months,
                from == null ? null : firstOf(from),
                to == null ? null : YearMonth.from(to).atEndOfMonth(),
                readings());
    }

    private Readings readings() {
        long[] n = new long[6];
        boolean far = false;
        List<Example> odd = new ArrayList<>();
        List<Example> plain = new ArrayList<>();
        for (Bucket bucket : both.values()) {
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
        return from != null
                && to != null
                && (day.isBefore(firstOf(from).minusMonths(1))
                        || day.isAfter(YearMonth.from(to).plusMonths(1).atEndOfMonth()));
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
