package org.redress.desk.recovery;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.joda.money.Money;

/**
 * The rent of the time in which a line did not work (Telecommunications Regulations, art. 32): of each calendar month that it touches, the share
 * of that month's length in the bureau's time that the fault took, reckoned to the second and rounded once, at the end, up to
 * the smallest coin, in the customer's favour.
 */
public final class RentOfTime {

    private RentOfTime() {}

    /** @param rent for a month, not negative */
    public static Money of(Money rent, Instant from, Instant until, ZoneId zone) {
        return of(rent, List.of(new DeadTime(from, until)), zone);
    }

    /**
     * The rent of several stretches, rounded once.
     *
     * @param rent for a month, not negative
     */
    public static Money of(Money rent, Collection<DeadTime> times, ZoneId zone) {
        if (rent.isNegative()) {
            throw new IllegalArgumentException("no rent of " + rent);
        }
        Share whole = Share.NONE;
        for (DeadTime time : times) {
            whole = whole.plus(of(time.from(), time.until(), zone));
        }
        return Money.ofMinor(
                rent.getCurrencyUnit(),
                whole.upTo(BigInteger.valueOf(rent.getAmountMinorLong())).longValueExact());
    }

    private static Share of(Instant from, Instant until, ZoneId zone) {
        Share whole = Share.NONE;
        YearMonth month = YearMonth.from(from.atZone(zone));
        YearMonth last = YearMonth.from(until.atZone(zone));
        while (!month.isAfter(last)) {
            whole = whole.plus(of(month, from, until, zone));
            month = month.plusMonths(1);
        }
        return whole;
    }

    private static Share of(YearMonth month, Instant from, Instant until, ZoneId zone) {
        Instant first = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant next = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Instant begins = from.isAfter(first) ? from : first;
        Instant ends = until.isBefore(next) ? until : next;
        return new Share(seconds(begins, ends), seconds(first, next));
    }

    private static BigInteger seconds(Instant from, Instant until) {
        return BigInteger.valueOf(Duration.between(from, until).toSeconds());
    }

    /** A fraction, exact. */
    private record Share(BigInteger part, BigInteger of) {

        static final Share NONE = new Share(BigInteger.ZERO, BigInteger.ONE);

        Share plus(Share other) {
            return new Share(part.multiply(other.of).add(other.part.multiply(of)), of.multiply(other.of)).reduced();
        }

        private Share reduced() {
            BigInteger common = part.gcd(of);
            return new Share(part.divide(common), of.divide(common));
        }

        /** So much of a number, rounded up. */
        BigInteger upTo(BigInteger number) {
            BigInteger[] whole = part.multiply(number).divideAndRemainder(of);
            return whole[1].signum() == 0 ? whole[0] : whole[0].add(BigInteger.ONE);
        }
    }
}
