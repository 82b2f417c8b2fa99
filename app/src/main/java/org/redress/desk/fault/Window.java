package org.redress.desk.fault;

import java.time.Duration;
import java.time.Instant;
import org.redress.platform.web.Problem;

/** A stretch of time in which somebody comes to the customer. */
public record Window(Instant from, Instant until) {

    private static final Duration FARTHEST = Duration.ofDays(60);

    /** A 422 problem where it is over, ends before it begins, or lies farther away than anybody plans. */
    Window checked(Instant now) {
        if (!until.isAfter(from) || !until.isAfter(now) || until.isAfter(now.plus(FARTHEST))) {
            throw Problem.invalid("fault.window", "until", FARTHEST.toDays());
        }
        return this;
    }
}
