package org.redress.desk.procedure;

/**
 * What became of the work at one place of a version of a procedure in a period.
 *
 * @param done finished, in time or late
 * @param inTime of those
 * @param overdue not finished though its time is over
 * @param returned given back as not theirs
 * @param refused by the next one, so that it had to be done again
 */
public record StageFigures(int place, long done, long inTime, long overdue, long returned, long refused) {

    /** Finished late, or not finished though the time is over. */
    public long late() {
        return done - inTime + overdue;
    }

    /** What the share within limits is of. */
    public long measured() {
        return done + overdue;
    }

    StageFigures plus(StageFigures other) {
        return new StageFigures(
                place,
                done + other.done,
                inTime + other.inTime,
                overdue + other.overdue,
                returned + other.returned,
                refused + other.refused);
    }
}
