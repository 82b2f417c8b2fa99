package org.redress.desk.contact;

/** What became of a contact. Text by key {@code contact.outcome.NAME}. */
public enum Outcome {
    /** It ended at once with an answer. */
    ANSWERED("check", "done"),
    /** It is a ticket. */
    TICKET("ticket", "now"),
    /** It belongs to a ticket that was in hand. */
    ADDED("message", "now"),
    /** The matter had ended: a person says whether it is taken up again. */
    WAITING("hourglass", "due"),
    /** The person said yes. */
    REOPENED("arrow-back-up", "now"),
    /** The person said no: it stays a contact. */
    KEPT("circle-check", "ok");

    private final String icon;
    private final String look;

    Outcome(String icon, String look) {
        this.icon = icon;
        this.look = look;
    }

    public String icon() {
        return icon;
    }

    /** The colour, as in every chip. */
    public String look() {
        return look;
    }
}
