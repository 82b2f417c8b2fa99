package org.redress.improve.quality.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@Tag("S5.4")
class ReviewMinutesIT {

    @Autowired
    Reviews reviews;

    @Autowired
    ReviewRows rows;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void minutes_that_are_being_saved_while_a_customer_is_blacked_out_are_kept_and_covered() throws Exception {
        Actor shen = offices.hire(offices.found(), Posts.QUALITY, "shen");
        ReviewId id = reviews.prepare(shen, reviews.lastWeek(shen));
        reviews.hold(shen, id, 1);
        reviews.minutes(shen, id, 2, "瓞煊的投诉");
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<Integer> covered = Objects.requireNonNull(transaction.execute(status -> {
                reviews.minutes(shen, id, 3, "瓞煊的投诉，王经理回访");
                int mine =
                        jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
                Future<Integer> begun = pool.submit(() -> cover(shen));
                Awaitility.await().until(() -> begun.isDone() || waitsFor(mine));
                return begun;
            }));
            assertThat(covered.get()).isOne();
        }
        assertThat(reviews.get(shen, id).minutes()).isEqualTo("▇▇▇的投诉，王经理回访");
    }

    private int cover(Actor actor) {
        return Objects.requireNonNull(transaction.execute(
                status -> rows.cover(actor.bureau(), Instant.EPOCH, text -> text.replace("瓞煊", "▇▇▇"))));
    }

    private boolean waitsFor(int backend) {
        return jdbc.sql("select exists (select from pg_locks where not granted and ? = any(pg_blocking_pids(pid)))")
                .param(backend)
                .query(Boolean.class)
                .single();
    }
}
