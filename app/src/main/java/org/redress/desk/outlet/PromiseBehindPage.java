package org.redress.desk.outlet;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Attained;

/** What stands behind a figure: those kept, or those late. */
public record PromiseBehindPage(
        PromiseStanding standing,
        PromiseMonth month,
        boolean late,
        List<Attained> rows,
        ZoneId zone,
        @Nullable String next) {

    public String path() {
        return "/commitments/" + standing.promise().id().value();
    }
}
