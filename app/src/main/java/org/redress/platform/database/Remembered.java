package org.redress.platform.database;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that are read often and seldom change, kept in memory by a key. A change on this node is seen as soon as its
 * transaction has ended, one on another node within the time for which things are kept. A transaction that changes them
 * reads past the memory, so that nobody sees its rows before they are committed; what it has done with changing, it keeps
 * for itself.
 *
 * @param <V> immutable
 */
public final class Remembered<K, V> {

    private static final long KEPT = Duration.ofSeconds(10).toNanos();

    private record Kept<V>(V value, long since) {}

    private record Mark(Object owner, Object key) {}

    /** What a transaction that changes a key sees of it. */
    private static final class Own<V> {
        private boolean written;
        private @Nullable V value;
    }

    private final Function<K, V> read;
    private final LongSupplier nanos;
    private final ConcurrentMap<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** @param read reads from the database what belongs to a key */
    public Remembered(Function<K, V> read) {
        this(read, System::nanoTime); // a clock that is put back would keep things for longer
    }

    Remembered(Function<K, V> read, LongSupplier nanos) {
        this.read = read;
        this.nanos = nanos;
    }

    public V get(K key) {
        Own<V> own = own(key);
        if (own != null) {
            return ofOwn(own, key);
        }
        long now = nanos.getAsLong();
        Kept<V> found = kept.get(key);
        if (found != null && now - found.since() < KEPT) {
            return found.value();
        }
        long before = changes.get();
        Kept<V> fresh = new Kept<>(read.apply(key), now);
        // What was read while a change was committed may lack it: it serves this caller and is not kept.
        kept.compute(key, (k, old) -> changes.get() == before ? fresh : old);
        return fresh.value();
    }

    private V ofOwn(Own<V> own, K key) {
        V value = own.value == null ? read.apply(key) : own.value;
        own.value = own.written ? value : null;
        return value;
    }

    @SuppressWarnings("unchecked") // bound below and nowhere else
    private @Nullable Own<V> own(K key) {
        return (Own<V>) TransactionSynchronizationManager.getResource(new Mark(this, key));
    }

    /** Called in the transaction that changes what belongs to the key, before it does. */
    public void changing(K key) {
        Own<V> own = own(key);
        if (own != null) {
            own.written = false;
            own.value = null;
            return;
        }
        Mark mark = new Mark(this, key);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(mark);
                changes.incrementAndGet();
                kept.remove(key);
            }
        });
        TransactionSynchronizationManager.bindResource(mark, new Own<V>());
    }

    /** All of the change is written, in a transaction that goes on: until {@link #changing} it reads what it wrote once. */
    public void written(K key) {
        Own<V> own = own(key);
        if (own == null) {
            throw new IllegalStateException("nothing is changing");
        }
        own.written = true;
    }
}
