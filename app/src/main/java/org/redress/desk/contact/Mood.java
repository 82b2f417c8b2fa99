package org.redress.desk.contact;

import java.util.List;

/**
 * How the customer was, as whoever took the contact saw it. The list is closed so that it can be counted. Disappointment,
 * worry and anger are told apart because each asks for another answer (A. K. Smith and R. N. Bolton, The effect of
 * customers' emotional responses to service failures, Journal of the Academy of Marketing Science 30, 2002); fury is more
 * than anger: whoever is furious wants to be heard before anything else (J. R. McColl-Kennedy and others, Customer rage
 * episodes, Journal of Retailing 85, 2009). Text by key {@code contact.mood.NAME}, advice by {@code contact.advice.NAME}.
 */
public enum Mood {
    PLEASED("mood-smile", "done"),
    CALM("mood-neutral", "ok"),
    WORRIED("mood-nervous", "paused"),
    DISAPPOINTED("mood-sad", "paused"),
    ANGRY("mood-annoyed", "due"),
    FURIOUS("mood-angry", "late"),
    /** Nobody saw it: what came by machine, a mail for instance. */
    UNKNOWN("minus", "ok");

    /** Those that can be seen, the best first. */
    public static final List<Mood> SEEN = List.of(PLEASED, CALM, WORRIED, DISAPPOINTED, ANGRY, FURIOUS);

    private final String icon;
    private final String look;

    Mood(String icon, String look) {
        this.icon = icon;
        this.look = look;
    }

    /** The glyph, which says it without the colour. */
    public String icon() {
        return icon;
    }

    /** Whether the customer should be answered by somebody senior. */
    public boolean heated() {
        return this == ANGRY || this == FURIOUS;
    }

    /** The colour, as in every chip. */
    public String look() {
        return look;
    }
}
