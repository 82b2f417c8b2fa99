package org.redress.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that are read often and seldom change, kept in memory by a key. A change on this node is seen as soon as its
 * transaction has ended, one on another node within the time for which things are kept. A transaction that changes them
 * reads past the memory, so that nobody sees its rows before they are committed.
 *
 * @param <V> immutable
 */
public final class Remembered<K, V> {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private record Kept<V>(V value, Instant since) {}

    private record Mark(Object owner, Object key) {}

    private final Function<K, V> read;
    private final Clock clock;
    private final ConcurrentMap<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** @param read reads from the database what belongs to a key */
    public Remembered(Function<K, V> read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    public V get(K key) {
        if (TransactionSynchronizationManager.hasResource(new Mark(this, key))) {
            return read.apply(key);
        }
        Instant now = clock.instant();
        Kept<V> found = kept.get(key);
        if (found != null && now.isBefore(found.since().plus(KEPT))) {
            return found.value();
        }
        long before = changes.get();
        Kept<V> fresh = new Kept<>(read.apply(key), now);
        // What was read while a change was committed may lack it: it serves this caller and is not kept.
        kept.compute(key, (k, old) -> changes.get() == before ? fresh : old);
        return fresh.value();
    }

    /** Called in the transaction that changes what belongs to the key. */
    public void changing(K key) {
        Mark mark = new Mark(this, key);
        if (TransactionSynchronizationManager.hasResource(mark)) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(mark);
                changes.incrementAndGet();
                kept.remove(key);
            }
        });
        TransactionSynchronizationManager.bindResource(mark, mark);
    }
}
