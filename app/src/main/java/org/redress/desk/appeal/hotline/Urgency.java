package org.redress.desk.appeal.hotline;

/** How soon the city wants a dispatch signed for. Text by key {@code dispatch.urgency.NAME}. */
public enum Urgency {
    URGENT("hotline12345.sign.urgent", "late"),
    PRESSING("hotline12345.sign.pressing", "due"),
    ORDINARY("hotline12345.sign.ordinary", "ok");

    private final String rule;
    private final String look;

    Urgency(String rule, String look) {
        this.rule = rule;
        this.look = look;
    }

    /** The code of the rule that sets the limit. */
    String rule() {
        return rule;
    }

    /** How screens mark it. */
    public String look() {
        return look;
    }
}
