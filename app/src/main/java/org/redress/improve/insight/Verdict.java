package org.redress.improve.insight;

/** What can be said of an action. Text by key {@code effect.verdict.NAME}. */
public enum Verdict {
    /** Fewer than before, and the interval lies below nought. */
    EFFECT_SEEN("done", "arrow-down-right"),
    /** The interval holds nought. */
    NO_EFFECT("due", "equal"),
    /** More than before, and the interval lies above nought. */
    WORSE("late", "arrow-up-right"),
    /** Nothing can be said yet. */
    TOO_FEW("ok", "hourglass");

    private final String mood;
    private final String icon;

    Verdict(String mood, String icon) {
        this.mood = mood;
        this.icon = icon;
    }

    /** The colour's name, as chips take it. */
    public String mood() {
        return mood;
    }

    public String icon() {
        return icon;
    }
}
