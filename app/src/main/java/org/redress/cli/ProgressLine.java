package org.redress.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.redress.platform.text.Words;

/**
 * Shows how far long work is: one line that is rewritten on a terminal, else a new line every few seconds.
 */
final class ProgressLine {

    private static final long SECOND = 1_000_000_000L;
    private static final long ON_TERMINAL = SECOND / 5;
    private static final long ELSEWHERE = 5 * SECOND;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long pause;
    private final long begun;
    private long last;
    private boolean open;

    ProgressLine(PrintWriter out) {
        this(out, System.console() != null && System.console().isTerminal(), System::nanoTime);
    }

    ProgressLine(PrintWriter out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.pause = terminal ? ON_TERMINAL : ELSEWHERE;
        this.begun = nanos.getAsLong();
        this.last = begun - (terminal ? pause : 0);
    }

    /** Says it if it is time to. */
    void show(String line) {
        show(now -> line);
    }

    private void show(LongFunction<String> said) {
        long now = nanos.getAsLong();
        if (now - last < pause) {
            return;
        }
        last = now;
        String line = said.apply(now);
        if (terminal) {
            out.print("\r" + line + "\u001b[K");
            open = true;
        } else {
            out.println(line);
        }
        out.flush();
    }

    /**
     * Says how far the work is that began with this line, how much of it a second, and how long it still takes.
     *
     * @param key of a text that takes these four
     */
    void show(Words words, String key, long done, long total) {
        show(now -> {
            double seconds = Math.max(1, now - begun) / (double) SECOND;
            long rate = Math.round(done / seconds);
            String left = done == 0
                    ? "–"
                    : words.duration(Duration.ofSeconds((long) Math.ceil(Math.max(0, total - done) * seconds / done)));
            return words.text(key, done, total, rate, left);
        });
    }

    /**
     * Says how far work is whose end is not known, and how much of it a second.
     *
     * @param key of a text that takes these two
     */
    void show(Words words, String key, long done) {
        show(now -> words.text(key, done, Math.round(done * (double) SECOND / Math.max(1, now - begun))));
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
