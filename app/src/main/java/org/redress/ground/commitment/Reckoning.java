package org.redress.ground.commitment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one reckoning of the product: what a clock that ran in these spans owes on a line, and when it falls due. The two
 * are inverse. Time between the spans is paused and owes nothing.
 */
final class Reckoning {

    /**
     * A span in which a clock runs.
     *
     * @param until up to and without; null while no end is known
     */
    record Span(Instant from, @Nullable Instant until) {}

    private Reckoning() {}

    /** What lies between the pauses of a clock, up to its end where it has one. */
    static List<Span> spans(Instant start, List<Pause> pauses, @Nullable Instant end) {
        List<Span> spans = new ArrayList<>();
        Instant from = start;
        for (Pause pause : pauses) {
            if (end != null && !pause.from().isBefore(end)) {
                break;
            }
            if (from.isBefore(pause.from())) {
                spans.add(new Span(from, pause.from()));
            }
            if (pause.until() == null) {
                return spans;
            }
            from = pause.until();
        }
        if (end == null || from.isBefore(end)) {
            spans.add(new Span(from, end));
        }
        return spans;
    }

    /** Ticks of the line that the clock has run by a moment. */
    static long owed(Line line, List<Span> spans, Instant by) {
        return owed(line, spans, Instant.MIN, by);
    }

    /** Ticks of the line that the clock has run from one moment to another. */
    static long owed(Line line, List<Span> spans, Instant since, Instant by) {
        long owed = 0;
        for (Span span : spans) {
            Instant from = span.from().isBefore(since) ? since : span.from();
            Instant until = span.until() != null && span.until().isBefore(by) ? span.until() : by;
            owed += line.between(from, until);
        }
        return owed;
    }

    /** The earliest moment by which the clock has run so many ticks; null where its spans end before. */
    static @Nullable Instant due(Line line, long ticks, List<Span> spans) {
        long rest = ticks;
        for (Span span : spans) {
            if (span.until() == null) {
                return line.after(span.from(), rest);
            }
            long run = line.between(span.from(), span.until());
            if (run >= rest) {
                return line.after(span.from(), rest);
            }
            rest -= run;
        }
        return null;
    }
}
