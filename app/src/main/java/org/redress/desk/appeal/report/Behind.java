package org.redress.desk.appeal.report;

import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.chain.Condition;
import org.redress.platform.web.Problem;

/**
 * What a number of the report stands for.
 *
 * @param why for what it was refused; null for all, and for every figure but {@link Figure#REFUSED}
 */
public record Behind(Period period, Figure figure, @Nullable Condition why) {

    public Behind {
        if (why != null && figure != Figure.REFUSED) {
            throw Problem.invalid("typed.choose", "why");
        }
    }

    /** The path of its list. */
    public String href() {
        return "/appeals/report/list?period=" + period.code() + "&figure=" + figure
                + (why == null ? "" : "&why=" + why);
    }
}
