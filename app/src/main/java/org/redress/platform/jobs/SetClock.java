package org.redress.platform.jobs;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The system's clock, which a piece of work may set for itself: the demonstration does its past at the hours of its past. */
public final class SetClock extends Clock {

    private static final ScopedValue<Instant> SET = ScopedValue.newInstance();

    private final Clock system;

    SetClock() {
        this(Clock.systemUTC());
    }

    private SetClock(Clock system) {
        this.system = system;
    }

    /** Gets something as at a moment, on this thread alone. */
    public static <T> T get(Instant moment, Supplier<T> work) {
        return ScopedValue.where(SET, moment).call(work::get);
    }

    /** Does something as at a moment, on this thread alone. */
    public static void run(Instant moment, Runnable work) {
        ScopedValue.where(SET, moment).run(work);
    }

    @Override
    public Instant instant() {
        return SET.isBound() ? SET.get() : system.instant();
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : new SetClock(system.withZone(zone));
    }
}
