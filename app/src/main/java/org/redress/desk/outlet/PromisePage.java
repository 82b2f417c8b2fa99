package org.redress.desk.outlet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.web.Attempt;

/** One promise with its months, its versions and what its keeper can do. */
public record PromisePage(
        PromiseStanding standing,
        int minimum,
        boolean manage,
        boolean tickets,
        Map<StaffId, StaffMember> people,
        Attempt attempt,
        LocalDate today,
        ZoneId zone) {

    public Promise promise() {
        return standing.promise();
    }

    public String path() {
        return "/commitments/" + promise().id().value();
    }

    /** The first month into which another target may reach. */
    public String nextMonth() {
        return YearMonth.from(today).plusMonths(1).toString();
    }

    public String person(StaffId id) {
        StaffMember member = people.get(id);
        return member == null ? "" : member.name();
    }
}
