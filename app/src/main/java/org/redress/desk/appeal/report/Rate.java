package org.redress.desk.appeal.report;

import java.util.List;
import org.redress.platform.text.Words;

/**
 * One of the three rates of a source. Its formula is the text {@code appeal.rate.SOURCE.NAME.formula}.
 *
 * @param all what is divided by
 */
public record Rate(Kind kind, Figure part, Figure all) {

    /** Text by key {@code appeal.rate.NAME}. */
    public enum Kind {
        RESPONSE,
        SETTLEMENT,
        SATISFACTION
    }

    static final List<Rate> RATES = List.of(
            new Rate(Kind.RESPONSE, Figure.REPLY_IN_TIME, Figure.REPLY_DUE),
            new Rate(Kind.SETTLEMENT, Figure.SETTLED, Figure.CLOSED),
            new Rate(Kind.SATISFACTION, Figure.SATISFIED, Figure.ASKED),
            new Rate(Kind.RESPONSE, Figure.SIGNED_IN_TIME, Figure.SIGN_DUE),
            new Rate(Kind.SETTLEMENT, Figure.DISPATCH_AT_ONCE, Figure.DISPATCH_CLOSED),
            new Rate(Kind.SATISFACTION, Figure.VISIT_SATISFIED, Figure.VISITED));

    public Figure.Source source() {
        return part.source();
    }

    public String name(Words words) {
        return words.text("appeal.rate." + kind);
    }

    public String formula(Words words) {
        return words.text("appeal.formula." + source() + "." + kind);
    }

    /** The share, or that there is nothing to divide by. */
    public String value(AppealReport report, Words words) {
        long divisor = report.count(all);
        return divisor == 0 ? words.text("appeal.rate.none") : words.percent((double) report.count(part) / divisor);
    }
}
