package org.redress.desk.outlet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Attainment;
import org.redress.ground.commitment.Measure;
import org.redress.ground.identity.BureauId;

/**
 * Figures that are reckoned once a minute however many look: one of them reckons, all others get the last ones. Only the
 * first figures of all are waited for.
 */
final class KeptFigures {

    static final Duration KEPT = Duration.ofSeconds(60);

    private record Key(BureauId bureau, Measure measure) {}

    private record Kept(List<Attainment> year, Instant since) {}

    private static final class Place {
        private final ReentrantLock turn = new ReentrantLock();
        private volatile @Nullable Kept last;
    }

    private final BiFunction<BureauId, Measure, List<Attainment>> reckon;
    private final Clock clock;
    private final ConcurrentMap<Key, Place> places = new ConcurrentHashMap<>();

    KeptFigures(BiFunction<BureauId, Measure, List<Attainment>> reckon, Clock clock) {
        this.reckon = reckon;
        this.clock = clock;
    }

    List<Attainment> of(BureauId bureau, Measure measure) {
        Place place = places.computeIfAbsent(new Key(bureau, measure), key -> new Place());
        Kept seen = place.last;
        if (seen != null && (fresh(seen) || !place.turn.tryLock())) {
            return seen.year();
        }
        if (seen == null) {
            place.turn.lock();
        }
        try {
            Kept now = place.last;
            if (now != null && fresh(now)) {
                return now.year();
            }
            Instant since = clock.instant();
            List<Attainment> year = reckon.apply(bureau, measure);
            place.last = new Kept(year, since);
            return year;
        } finally {
            place.turn.unlock();
        }
    }

    private boolean fresh(Kept kept) {
        return clock.instant().isBefore(kept.since().plus(KEPT));
    }
}
