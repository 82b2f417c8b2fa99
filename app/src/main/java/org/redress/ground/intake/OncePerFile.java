package org.redress.ground.intake;

import org.redress.ground.intake.profile.LongSet;

/** What the rows of a file have been so far, where each number stands in it once. */
final class OncePerFile {

    private final IntakeTarget target;
    private final LongSet numbers = new LongSet();
    private final LongSet rows = new LongSet();

    OncePerFile(IntakeTarget target) {
        this.target = target;
    }

    /** Whether another row with this number came before. The same row again is no other one. */
    boolean contradicts(MappedRow row) {
        String number = row.number();
        if (number == null) {
            return false;
        }
        long digest = row.digest().value().getLeastSignificantBits();
        if (numbers.add(LongSet.hash(target.same(number)))) {
            rows.add(digest);
            return false;
        }
        return !rows.contains(digest);
    }
}
