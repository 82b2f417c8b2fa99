package org.redress.desk.fault;

/** What came of a report. */
public sealed interface Reporting {

    /** A fault with its ticket and its work order. */
    record Opened(Fault fault) implements Reporting {}

    /** The line is under repair already, or the ticket has its work order; nothing was written. */
    record Already(Fault fault) implements Reporting {}
}
