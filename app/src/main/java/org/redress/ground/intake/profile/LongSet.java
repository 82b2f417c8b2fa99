package org.redress.ground.intake.profile;

/** A set of long numbers in two words each; for counting repeats among a million values. */
public final class LongSet {

    private long[] slots = new long[1024];
    private int size;
    private boolean zero;

    /** Adds a number; false if it was there. */
    public boolean add(long value) {
        if (value == 0) {
            boolean fresh = !zero;
            zero = true;
            return fresh;
        }
        if (2 * size >= slots.length) {
            grow();
        }
        if (!put(value)) {
            return false;
        }
        size++;
        return true;
    }

    private boolean put(long value) {
        int i = slot(value);
        while (slots[i] != 0) {
            if (slots[i] == value) {
                return false;
            }
            i = (i + 1) & (slots.length - 1);
        }
        slots[i] = value;
        return true;
    }

    public boolean contains(long value) {
        if (value == 0) {
            return zero;
        }
        int i = slot(value);
        while (slots[i] != 0 && slots[i] != value) {
            i = (i + 1) & (slots.length - 1);
        }
        return slots[i] == value;
    }

    private int slot(long value) {
        return (int) ((value * 0x9e3779b97f4a7c15L) >>> 32) & (slots.length - 1);
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long value : old) {
            if (value != 0) {
                put(value);
            }
        }
    }

    /** A 64-bit hash of a text (FNV-1a over its characters). */
    public static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
