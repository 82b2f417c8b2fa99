package org.redress.desk.recovery.credit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import org.joda.money.Money;
import org.redress.desk.recovery.RentOfTime;
import org.redress.desk.recovery.ledger.Rounding;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Unit;

/**
 * What a line and a customer get: for each line the rent of the time, by the length of each month that the problem touches;
 * owed by law where it lasted longer than the law allows, else by choice; on top a percentage of that, by choice. Each line and
 * each percentage is rounded once, up to the smallest coin.
 */
final class CreditFormula {

    private static final int PERCENT = 2;

    private CreditFormula() {}

    static Money rent(Money monthly, ServiceProblem problem, ZoneId zone) {
        return RentOfTime.of(monthly, problem.from(), problem.end(), zone);
    }

    static Money extra(Money rents, BigDecimal percent) {
        return Rounding.of(rents.getAmount().multiply(percent).movePointLeft(PERCENT), rents.getCurrencyUnit());
    }

    /** Whether it took longer than the law allows. */
    static boolean owed(ServiceProblem problem, Limit limit) {
        return problem.length().compareTo(time(limit)) > 0;
    }

    static Duration time(Limit limit) {
        return limit.unit() == Unit.ELAPSED_DAYS ? Duration.ofDays(limit.amount()) : hours(limit);
    }

    private static Duration hours(Limit limit) {
        if (limit.unit() != Unit.ELAPSED_HOURS) {
            throw new IllegalArgumentException("a time without working hours, not " + limit);
        }
        return Duration.ofHours(limit.amount());
    }
}
