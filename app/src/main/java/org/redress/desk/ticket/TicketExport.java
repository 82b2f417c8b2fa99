package org.redress.desk.ticket;

import java.io.IOException;
import java.io.OutputStream;
import org.redress.ground.identity.Actor;

/** A view of tickets as a file. Cells that a spreadsheet would run as a formula are written as text. */
public interface TicketExport {

    /** Writes while it reads; returns the number of tickets. Needs the right to export. */
    long write(Actor actor, TicketView view, TicketFilter filter, Format format, OutputStream out) throws IOException;

    /** The kinds of file. */
    enum Format {
        CSV,
        XLSX
    }
}
