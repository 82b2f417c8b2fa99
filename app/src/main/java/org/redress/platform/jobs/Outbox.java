package org.redress.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages written in the transaction of the change that they tell of, and delivered afterwards in batches. A message is
 * removed in the transaction of its listener, so it arrives at least once; one that fails is tried again with growing
 * pauses and stands in the table, with its error, until it gets through.
 */
@Component
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ObjectProvider<OutboxListener> listeners;

    Outbox(
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions,
            ObjectProvider<OutboxListener> listeners) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.listeners = listeners;
    }

    /** Adds a message to the running transaction. */
    public void add(int bureau, String topic, String payload) {
        jdbc.sql("insert into platform.outbox (bureau, topic, payload, due_at) values (?, ?, ?::jsonb, ?)")
                .params(bureau, topic, payload, now())
                .update();
    }

    /** Delivers what is due, until it is interrupted; returns how many messages went out. */
    public int drain() {
        return drain(delivered -> {});
    }

    /**
     * The same, telling how far it is.
     *
     * @param progress is told after each message how many went out, and 0 before the first
     */
    public int drain(IntConsumer progress) {
        Map<String, List<OutboxListener>> byTopic = byTopic();
        int delivered = 0;
        progress.accept(delivered);
        while (!Thread.currentThread().isInterrupted()) {
            Round round = deliverOne(byTopic);
            if (round == Round.NOTHING_DUE) {
                return delivered;
            }
            if (round == Round.DELIVERED) {
                progress.accept(++delivered);
            }
        }
        return delivered;
    }

    private enum Round {
        NOTHING_DUE,
        DELIVERED,
        FAILED
    }

    private Round deliverOne(Map<String, List<OutboxListener>> byTopic) {
        OutboxMessage[] taken = new OutboxMessage[1];
        try {
            return transaction.execute(status -> {
                List<OutboxMessage> due = jdbc.sql("""
                                select bureau, id, topic, payload from platform.outbox
                                 where due_at <= ? order by due_at, id limit 1 for update skip locked
                                """)
                        .param(now())
                        .query((row, n) ->
                                new OutboxMessage(row.getInt(1), row.getLong(2), row.getString(3), row.getString(4)))
                        .list();
                if (due.isEmpty()) {
                    return Round.NOTHING_DUE;
                }
                taken[0] = due.getFirst();
                byTopic.getOrDefault(taken[0].topic(), List.of()).forEach(l -> l.receive(taken[0]));
                jdbc.sql("delete from platform.outbox where bureau = ? and id = ?")
                        .params(taken[0].bureau(), taken[0].id())
                        .update();
                return Round.DELIVERED;
            });
        } catch (RuntimeException e) {
            if (taken[0] == null) {
                throw e;
            }
            postpone(taken[0], e);
            return Round.FAILED;
        }
    }

    private void postpone(OutboxMessage message, RuntimeException failure) {
        log.warn("outbox message {} ({}) not delivered, will be tried again", message.id(), message.topic(), failure);
        jdbc.sql("""
                        update platform.outbox
                           set attempts = attempts + 1, error = ?,
                               due_at = ?::timestamptz + least(interval '1 second' * power(2, attempts), ?::interval)
                         where bureau = ? and id = ?
                        """)
                .params(
                        failure.toString(),
                        now(),
                        LONGEST_PAUSE.toSeconds() + " seconds",
                        message.bureau(),
                        message.id())
                .update();
    }

    private Map<String, List<OutboxListener>> byTopic() {
        record Wish(String topic, OutboxListener listener) {}
        return listeners.stream()
                .flatMap(listener -> listener.topics().stream().map(topic -> new Wish(topic, listener)))
                .collect(Collectors.groupingBy(Wish::topic, Collectors.mapping(Wish::listener, Collectors.toList())));
    }

    private java.time.OffsetDateTime now() {
        Instant instant = clock.instant();
        return instant.atOffset(ZoneOffset.UTC);
    }
}
