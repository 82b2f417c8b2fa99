package org.redress.ground.commitment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.redress.ground.rulebook.Limit;

/**
 * What a limit is counted on: a line along which time advances, steadily or only while people work. Counts in ticks of
 * its own and in whole seconds of time. {@link #between} and {@link #after} are inverse: {@code after} gives the earliest
 * moment by which {@code between} has reached an amount.
 */
sealed interface Line {

    /** How far the line advances from one moment to another; 0 where the second is not after the first. */
    long between(Instant from, Instant until);

    /** The earliest moment, not before {@code from}, by which the line has advanced by so many ticks. */
    Instant after(Instant from, long ticks);

    /** The line on which a limit is counted in a calendar. */
    static Line of(Limit limit, WorkCalendar calendar) {
        return switch (limit.unit()) {
            case WORKING_MINUTES, WORKING_HOURS -> new WorkingTime(calendar);
            case WORKING_DAYS -> new WorkingDays(calendar);
            default -> new Elapsed();
        };
    }

    /** A limit in ticks of its line. */
    static long ticks(Limit limit) {
        return switch (limit.unit()) {
            case ELAPSED_SECONDS -> limit.amount();
            case ELAPSED_MINUTES, WORKING_MINUTES -> limit.amount() * 60L;
            case ELAPSED_HOURS, WORKING_HOURS -> limit.amount() * 3600L;
            case ELAPSED_DAYS -> limit.amount() * 86_400L;
            case WORKING_DAYS -> limit.amount() * WorkingDays.DAY;
            default -> throw new IllegalArgumentException("no time limit: " + limit);
        };
    }

    /** Round the clock; a tick is a second. */
    record Elapsed() implements Line {

        @Override
        public long between(Instant from, Instant until) {
            return Math.max(0, Duration.between(from, until).toSeconds());
        }

        @Override
        public Instant after(Instant from, long ticks) {
            return from.plusSeconds(ticks);
        }
    }

    /** The hours of a calendar; a tick is a second of them. */
    record WorkingTime(WorkCalendar calendar) implements ByDay {

        @Override
        public long whole(long length) {
            return length;
        }

        @Override
        public long ticks(long worked, long length) {
            return worked;
        }

        @Override
        public long worked(long ticks, long length) {
            return ticks;
        }
    }

    /**
     * The days of a calendar on which people work. Each counts the same, however long it is: at noon of a day that ends at
     * noon it has passed. A tick is a small part of a day, smaller than a second of the longest day, so that each second
     * moves the line on.
     */
    record WorkingDays(WorkCalendar calendar) implements ByDay {

        static final long DAY = 86_400_000;

        @Override
        public long whole(long length) {
            return length == 0 ? 0 : DAY;
        }

        @Override
        public long ticks(long worked, long length) {
            return length == 0 ? 0 : worked * DAY / length;
        }

        @Override
        public long worked(long ticks, long length) {
            return Math.ceilDiv(ticks * length, DAY);
        }
    }

    /** A line that advances by the days of a calendar. */
    sealed interface ByDay extends Line {

        /** No limit is so long that it ends beyond this many days; a calendar that asks for more is broken. */
        int FARTHEST = 366 * 100;

        WorkCalendar calendar();

        /** Ticks of a whole day on which so many seconds are worked. */
        long whole(long length);

        /** Ticks of a day of which so many seconds have been worked. */
        long ticks(long worked, long length);

        /** The fewest seconds worked that make so many ticks: the inverse of {@code ticks}. */
        long worked(long ticks, long length);

        private long position(LocalDate date, Instant moment) {
            WorkDay day = calendar().day(date);
            return ticks(day.worked(moment), day.length());
        }

        private long whole(LocalDate date) {
            return whole(calendar().day(date).length());
        }

        @Override
        default long between(Instant from, Instant until) {
            if (!from.isBefore(until)) {
                return 0;
            }
            LocalDate date = calendar().date(from);
            LocalDate last = calendar().date(until);
            long sum = -position(date, from);
            for (; date.isBefore(last); date = date.plusDays(1)) {
                sum += whole(date);
            }
            return sum + position(last, until);
        }

        @Override
        default Instant after(Instant from, long ticks) {
            if (ticks <= 0) {
                return from;
            }
            LocalDate date = calendar().date(from);
            long rest = ticks + position(date, from);
            for (int days = 0; days < FARTHEST; days++, date = date.plusDays(1)) {
                WorkDay day = calendar().day(date);
                long whole = whole(day.length());
                if (rest <= whole) {
                    return day.at(worked(rest, day.length()));
                }
                rest -= whole;
            }
            throw new IllegalStateException("calendar " + calendar().code() + " does not reach " + ticks);
        }
    }
}
