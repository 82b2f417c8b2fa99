package org.redress.cli;

import java.io.PrintWriter;

/**
 * Shows how far long work is: one line that is rewritten on a terminal, else a new line every few seconds.
 */
final class ProgressLine {

    private static final long ON_TERMINAL = 200_000_000L;
    private static final long ELSEWHERE = 5_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private final long pause;
    private long last;
    private boolean open;

    ProgressLine(PrintWriter out) {
        this.out = out;
        this.terminal = System.console() != null && System.console().isTerminal();
        this.pause = terminal ? ON_TERMINAL : ELSEWHERE;
        this.last = System.nanoTime() - (terminal ? pause : 0);
    }

    /** Says it if it is time to. */
    void show(String line) {
        long now = System.nanoTime();
        if (now - last < pause) {
            return;
        }
        last = now;
        if (terminal) {
            out.print("\r" + line + "\u001b[K");
            open = true;
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Leaves the line for what comes next. */
    void end() {
        if (open) {
            out.println();
            open = false;
        }
        out.flush();
    }
}
