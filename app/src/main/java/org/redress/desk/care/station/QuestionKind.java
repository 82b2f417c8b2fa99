package org.redress.desk.care.station;

/** How a question is answered. Text by key {@code station.question.NAME}. */
public enum QuestionKind {
    /** A mark from 1 to 5, 5 best. */
    MARK(1, 5),
    /** Yes (1) or no (0), no is bad. */
    YES_GOOD(0, 1),
    /** Yes (1) or no (0), yes is bad. */
    NO_GOOD(0, 1);

    private final int least;
    private final int most;

    QuestionKind(int least, int most) {
        this.least = least;
        this.most = most;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    /**
     * Whether an answer is bad.
     *
     * @param limit a mark at or below it is
     */
    boolean bad(int value, int limit) {
        return switch (this) {
            case MARK -> value <= limit;
            case YES_GOOD -> value == 0;
            case NO_GOOD -> value == 1;
        };
    }
}
