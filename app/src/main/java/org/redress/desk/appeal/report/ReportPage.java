package org.redress.desk.appeal.report;

/**
 * The report in the browser.
 *
 * @param quarter the other length of period, from here
 * @param month the same
 * @param export whether the reader may take it out as a file
 */
public record ReportPage(AppealReport report, String month, String quarter, boolean export) {

    public String behind(Figure figure) {
        return "/appeals/report/list?period=" + report.period().code() + "&figure=" + figure;
    }
}
