package org.redress.scenario;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where it is put. */
final class VirtualClock extends Clock {

    private volatile Instant now;

    VirtualClock(Instant now) {
        this.now = now;
    }

    void moveTo(Instant moment) {
        if (moment.isBefore(now)) {
            throw new IllegalArgumentException("time does not run backwards");
        }
        now = moment;
    }

    /** Somebody sets it, forwards or back. */
    void set(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
