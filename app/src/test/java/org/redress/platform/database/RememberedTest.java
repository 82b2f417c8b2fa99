package org.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class RememberedTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // may pass over its end
    private final AtomicInteger reads = new AtomicInteger();
    private final Remembered<String, Integer> remembered = new Remembered<>(key -> reads.incrementAndGet(), nanos::get);

    @Test
    void what_was_read_is_kept_for_a_moment_and_read_again_after_it() {
        assertThat(remembered.get("a")).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(remembered.get("a")).isEqualTo(1);
        assertThat(remembered.get("b")).isEqualTo(2);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(remembered.get("a")).isEqualTo(3);
    }

    @Test
    void whoever_changes_it_reads_past_the_memory_and_everybody_reads_anew_once_that_has_ended() {
        assertThat(remembered.get("a")).isEqualTo(1);
        TransactionSynchronizationManager.initSynchronization();
        try {
            remembered.changing("a");
            assertThat(remembered.get("a")).isEqualTo(2);
            assertThat(remembered.get("a")).isEqualTo(3);
            remembered.written("a");
            assertThat(remembered.get("a")).isEqualTo(4);
            assertThat(remembered.get("a")).isEqualTo(4);
            remembered.changing("a");
            assertThat(remembered.get("a")).isEqualTo(5);
            TransactionSynchronizationUtils.triggerAfterCompletion(0);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
        assertThat(remembered.get("a")).isEqualTo(6);
        assertThat(remembered.get("a")).isEqualTo(6);
    }
}
