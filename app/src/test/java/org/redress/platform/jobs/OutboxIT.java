package org.redress.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
class OutboxIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final int bureau = TestDatabase.freshBureau();
    private final Listener listener = new Listener("test." + bureau);
    private Instant now = Instant.parse("2000-01-01T00:00:00Z");
    private Outbox outbox;

    private static final class Listener implements OutboxListener {
        private final String topic;
        private final List<String> heard = new ArrayList<>();
        private boolean failing;

        Listener(String topic) {
            this.topic = topic;
        }

        @Override
        public List<String> topics() {
            return List.of(topic);
        }

        @Override
        public void receive(OutboxMessage message) {
            if (failing) {
                throw new IllegalStateException("not today");
            }
            heard.add(message.payload());
        }
    }

    @BeforeEach
    void open() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("listener", listener);
        outbox = at(now, beans);
    }

    private Outbox at(Instant moment, DefaultListableBeanFactory beans) {
        return new Outbox(
                jdbc, Clock.fixed(moment, ZoneOffset.UTC), transactions, beans.getBeanProvider(OutboxListener.class));
    }

    private Outbox later(Duration pause) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("listener", listener);
        now = now.plus(pause);
        return at(now, beans);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from platform.outbox where bureau = ?")
                .param(bureau)
                .query(Long.class)
                .single();
    }

    @Test
    void a_message_arrives_once_and_in_the_order_of_its_writing() {
        outbox.add(bureau, listener.topic, "{\"n\": 1}");
        outbox.add(bureau, listener.topic, "{\"n\": 2}");
        assertThat(outbox.drain()).isEqualTo(2);
        assertThat(outbox.drain()).isZero();
        assertThat(listener.heard).containsExactly("{\"n\": 1}", "{\"n\": 2}");
    }

    @Test
    void whoever_ends_the_product_does_not_wait_for_all_of_it() {
        outbox.add(bureau, listener.topic, "{}");
        Thread.currentThread().interrupt();
        try {
            assertThat(outbox.drain()).isZero();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(waiting()).isEqualTo(1);
        assertThat(outbox.drain()).isEqualTo(1);
    }

    @Test
    void what_is_undone_tells_nobody() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.add(bureau, listener.topic, "{}");
            status.setRollbackOnly();
        });
        assertThat(outbox.drain()).isZero();
        assertThat(listener.heard).isEmpty();
    }

    @Test
    void a_message_that_fails_stays_with_its_error_and_comes_again_later() {
        listener.failing = true;
        outbox.add(bureau, listener.topic, "{}");
        assertThat(outbox.drain()).isZero();
        assertThat(jdbc.sql("select error from platform.outbox where bureau = ?")
                        .param(bureau)
                        .query(String.class)
                        .single())
                .contains("not today");
        listener.failing = false;
        assertThat(outbox.drain()).as("before its pause is over").isZero();
        assertThat(later(Duration.ofSeconds(1)).drain()).isEqualTo(1);
        assertThat(listener.heard).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void one_that_fails_does_not_hold_up_the_others() {
        outbox.add(bureau, "test.nobody", "{}");
        outbox.add(bureau, listener.topic, "{}");
        assertThat(outbox.drain()).isEqualTo(2);
        assertThat(listener.heard).hasSize(1);
    }
}
