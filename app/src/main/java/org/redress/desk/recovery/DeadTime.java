package org.redress.desk.recovery;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A stretch of time in which a line did not work. Rent is given for it once, whichever way: what one way has given, another
 * leaves out. Several are kept as a {@code tstzmultirange}.
 *
 * @param until after {@code from}, or the same
 */
public record DeadTime(Instant from, Instant until) {

    /** The columns {@code froms} and {@code untils} of a {@code tstzmultirange} column, as {@link #read} wants them. */
    public static final String COLUMNS = """
            array(select lower(t.r) from unnest(%1$s) t(r) order by 1) as froms,
            array(select upper(t.r) from unnest(%1$s) t(r) order by 1) as untils
            """;

    public DeadTime {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a time from " + from + " until " + until);
        }
    }

    /** What is left of it without others, in order; nothing where they cover it. */
    public List<DeadTime> without(Collection<DeadTime> taken) {
        List<DeadTime> left = from.isBefore(until) ? List.of(this) : List.of();
        for (DeadTime one : taken) {
            left = left.stream().flatMap(some -> some.less(one).stream()).toList();
        }
        return left;
    }

    /** What is left of some without others. */
    public static List<DeadTime> without(Collection<DeadTime> some, Collection<DeadTime> taken) {
        return some.stream().flatMap(one -> one.without(taken).stream()).toList();
    }

    private List<DeadTime> less(DeadTime other) {
        if (!other.from.isBefore(until) || !from.isBefore(other.until)) {
            return List.of(this);
        }
        List<DeadTime> left = new ArrayList<>();
        if (from.isBefore(other.from)) {
            left.add(new DeadTime(from, other.from));
        }
        if (other.until.isBefore(until)) {
            left.add(new DeadTime(other.until, until));
        }
        return left;
    }

    /** As a {@code tstzmultirange} is written. */
    public static String written(Collection<DeadTime> times) {
        return times.stream()
                .map(one -> "[" + one.from + "," + one.until + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** From the columns {@link #COLUMNS}. */
    public static List<DeadTime> read(ResultSet row) throws SQLException {
        Timestamp[] froms = moments(row.getArray("froms"));
        Timestamp[] untils = moments(row.getArray("untils"));
        List<DeadTime> times = new ArrayList<>();
        for (int n = 0; n < froms.length; n++) {
            times.add(new DeadTime(froms[n].toInstant(), untils[n].toInstant()));
        }
        return List.copyOf(times);
    }

    private static Timestamp[] moments(Array column) throws SQLException {
        return (Timestamp[]) column.getArray();
    }
}
