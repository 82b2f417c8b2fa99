package org.redress.desk.contact;

import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;

/** Which contacts a list shows; null lets everything through. */
public record ContactFilter(
        Whose whose,
        @Nullable Channel channel,
        @Nullable Mood mood,
        @Nullable Outcome outcome,
        @Nullable Day day) {

    /** Whose contacts. Text by key {@code contact.whose.NAME}. */
    public enum Whose {
        /** Those that I took first. */
        MINE,
        /** Those of my unit. */
        UNIT,
        /** Everybody's. */
        ALL
    }

    /** Of which day. Text by key {@code contact.day.NAME}. */
    public enum Day {
        /** Recorded since midnight at the bureau. */
        TODAY
    }

    public ContactFilter(Whose whose, @Nullable Channel channel, @Nullable Mood mood, @Nullable Outcome outcome) {
        this(whose, channel, mood, outcome, null);
    }

    public static final ContactFilter MINE = new ContactFilter(Whose.MINE, null, null, null);

    public boolean narrowed() {
        return channel != null || mood != null || outcome != null || day != null;
    }
}
