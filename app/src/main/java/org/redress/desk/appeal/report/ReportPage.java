package org.redress.desk.appeal.report;

import org.redress.desk.appeal.chain.Condition;

/**
 * The report in the browser.
 *
 * @param quarter the other length of period, from here
 * @param month the same
 * @param export whether the reader may take it out as a file
 */
public record ReportPage(AppealReport report, String month, String quarter, boolean export) {

    /** The list of those that were refused for a condition. */
    public String behind(Condition why) {
        return new Behind(report.period(), Figure.REFUSED, why).href();
    }

    public String behind(Figure figure) {
        return new Behind(report.period(), figure, null).href();
    }
}
