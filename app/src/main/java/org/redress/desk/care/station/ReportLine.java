package org.redress.desk.care.station;

/**
 * A report as lists show it.
 *
 * @param customer name, or else number masked
 * @param marks the bad ones as text; empty where none is or nothing has come
 * @param ticket number of the ticket that it became, or empty
 */
public record ReportLine(Report report, Station station, Period period, String customer, String marks, String ticket) {}
