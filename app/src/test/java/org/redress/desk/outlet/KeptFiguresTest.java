package org.redress.desk.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.commitment.Attainment;
import org.redress.ground.commitment.Measure;
import org.redress.ground.identity.BureauId;

@Tag("S2.2")
class KeptFiguresTest {

    private static final Measure MEASURE = new Measure("ticket", "reply", "complaint.reply");
    private static final BureauId BUREAU = new BureauId(1);

    private final AtomicInteger reckoned = new AtomicInteger();
    private volatile Instant now = Instant.parse("2026-11-30T02:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final KeptFigures kept = new KeptFigures((bureau, measure) -> next(), clock);

    private List<Attainment> next() {
        return year(reckoned.incrementAndGet());
    }

    private static List<Attainment> year(long n) {
        return List.of(new Attainment(YearMonth.of(2026, 11), n, 0));
    }

    private void later() {
        now = now.plus(KeptFigures.KEPT);
    }

    @Test
    void they_are_reckoned_once_a_minute_for_each_bureau_and_measure() {
        assertThat(kept.of(BUREAU, MEASURE)).isEqualTo(year(1));
        now = now.plus(KeptFigures.KEPT).minusMillis(1);
        assertThat(kept.of(BUREAU, MEASURE)).isEqualTo(year(1));
        assertThat(kept.of(new BureauId(2), MEASURE)).isEqualTo(year(2));
        assertThat(kept.of(BUREAU, new Measure("appeal", "reply", "complaint.reply")))
                .isEqualTo(year(3));
        later();
        assertThat(kept.of(BUREAU, MEASURE)).isEqualTo(year(4));
    }

    @Test
    void of_many_who_come_first_one_reckons_and_all_get_the_same() throws Exception {
        try (ExecutorService crowd = Executors.newFixedThreadPool(16)) {
            Callable<List<Attainment>> look = () -> kept.of(BUREAU, MEASURE);
            for (Future<List<Attainment>> seen : crowd.invokeAll(Collections.nCopies(16, look))) {
                assertThat(seen.get()).isEqualTo(year(1));
            }
        }
        assertThat(reckoned).hasValue(1);
    }

    @Test
    void while_one_reckons_anew_all_others_get_the_last_ones_at_once() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        KeptFigures slow = new KeptFigures(
                (bureau, measure) -> {
                    List<Attainment> year = next();
                    if (reckoned.get() > 1) {
                        begun.countDown();
                        await(go);
                    }
                    return year;
                },
                clock);
        slow.of(BUREAU, MEASURE);
        later();
        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            Future<List<Attainment>> anew = one.submit(() -> slow.of(BUREAU, MEASURE));
            await(begun);
            assertThat(slow.of(BUREAU, MEASURE)).isEqualTo(year(1));
            go.countDown();
            assertThat(anew.get()).isEqualTo(year(2));
        }
        assertThat(slow.of(BUREAU, MEASURE)).isEqualTo(year(2));
        assertThat(reckoned).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_could_not_be_reckoned_is_reckoned_by_the_next_one() {
        KeptFigures torn = new KeptFigures(
                (bureau, measure) -> {
                    if (reckoned.incrementAndGet() == 1) {
                        throw new IllegalStateException("no database");
                    }
                    return year(reckoned.get());
                },
                clock);
        assertThatThrownBy(() -> torn.of(BUREAU, MEASURE)).hasMessage("no database");
        assertThat(torn.of(BUREAU, MEASURE)).isEqualTo(year(2));
    }
}
