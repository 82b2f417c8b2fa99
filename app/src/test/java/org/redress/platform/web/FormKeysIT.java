package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
class FormKeysIT {

    @Autowired
    FormKeys keys;

    @Autowired
    JdbcClient jdbc;

    private final int bureau = TestDatabase.freshBureau();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void a_form_sent_twice_is_done_once_and_leads_to_the_same_place() {
        String key = FormKeys.fresh();
        assertThat(keys.once(bureau, key, () -> "/made/" + done.incrementAndGet()))
                .isEqualTo("/made/1");
        assertThat(keys.once(bureau, key, () -> "/made/" + done.incrementAndGet()))
                .isEqualTo("/made/1");
        assertThat(done).hasValue(1);
    }

    @Test
    void a_refused_form_can_be_corrected_and_sent_again() {
        String key = FormKeys.fresh();
        assertThatThrownBy(() -> keys.once(bureau, key, () -> {
                    throw Problem.invalid("form.key", null);
                }))
                .isInstanceOf(Problem.class);
        assertThat(keys.once(bureau, key, () -> "/made")).isEqualTo("/made");
    }

    @Test
    void old_keys_are_forgotten_and_young_ones_kept() {
        String old = FormKeys.fresh();
        String young = FormKeys.fresh();
        String drafted = FormKeys.fresh();
        List.of(old, young, drafted).forEach(key -> keys.once(bureau, key, () -> "/made/" + done.incrementAndGet()));
        jdbc.sql("update platform.form_key set made_at = timestamptz '2001-01-01' where bureau = ? and key <> ?::uuid")
                .params(bureau, young)
                .update();
        jdbc.sql("""
                        insert into platform.form_draft (bureau, staff, subject, form, key, saved_at, typed)
                        values (?, gen_random_uuid(), gen_random_uuid(), '/answer', ?::uuid, now(), '{}')
                        """).params(bureau, drafted).update();

        while (keys.forget(Instant.parse("2001-01-02T00:00:00Z"), 1) > 0) {
            assertThat(done).hasValue(3);
        }
        assertThat(keys.once(bureau, young, () -> "/made/" + done.incrementAndGet()))
                .isEqualTo("/made/2");
        assertThat(keys.once(bureau, old, () -> "/made/" + done.incrementAndGet()))
                .isEqualTo("/made/4");
        assertThat(keys.once(bureau, drafted, () -> "/made/" + done.incrementAndGet()))
                .as("whoever wrote it was sent there")
                .isEqualTo("/made/3");
    }

    @Test
    void a_double_click_waits_for_the_first_and_does_nothing() throws Exception {
        String key = FormKeys.fresh();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<String> click = () -> {
            together.await();
            return keys.once(bureau, key, () -> "/made/" + done.incrementAndGet());
        };
        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = hands.invokeAll(List.of(click, click));
            assertThat(both.get(0).get())
                    .isEqualTo("/made/1")
                    .isEqualTo(both.get(1).get());
        }
        assertThat(done).hasValue(1);
    }

    @Test
    void a_key_that_is_none_is_refused() {
        assertThatThrownBy(() -> keys.once(bureau, "made-up", () -> "/x")).isInstanceOf(Problem.class);
    }
}
