package org.redress.improve.quality.card;

/** How grave a card is, the mildest first. Text by key {@code card.severity.NAME}. */
public enum Severity {
    NOTICE("ok"),
    YELLOW("due"),
    RED("late");

    private final String look;

    Severity(String look) {
        this.look = look;
    }

    /** How screens mark it. */
    public String look() {
        return look;
    }

    /** The code of the rule that says for how long it stands. */
    String expiry() {
        return switch (this) {
            case NOTICE -> "card.expire.notice";
            case YELLOW -> "card.expire.yellow";
            case RED -> "card.expire.red";
        };
    }
}
