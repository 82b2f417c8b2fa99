package org.redress.cli;

/** What a command tells the program that called it. 3 is the launcher's own: no JDK 25. */
final class ExitCode {

    static final int DONE = 0;

    /** Something broke; the message says what. */
    static final int FAILED = 1;

    /** The command line itself is wrong. */
    static final int USAGE = 2;

    /** Another process works on the data directory, or the port is taken. */
    static final int IN_USE = 4;

    /** The input was refused as a whole; nothing was changed. */
    static final int REFUSED = 5;

    /** Done, but some rows were sent back. */
    static final int PARTLY = 6;

    private ExitCode() {}
}
