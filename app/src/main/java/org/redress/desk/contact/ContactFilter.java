package org.redress.desk.contact;

import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;

/** Which contacts a list shows; null lets everything through. */
public record ContactFilter(
        Whose whose,
        @Nullable Channel channel,
        @Nullable Mood mood,
        @Nullable Outcome outcome) {

    /** Whose contacts. Text by key {@code contact.whose.NAME}. */
    public enum Whose {
        /** Those that I took first. */
        MINE,
        /** Those of my unit. */
        UNIT,
        /** Everybody's. */
        ALL
    }

    public static final ContactFilter MINE = new ContactFilter(Whose.MINE, null, null, null);

    public boolean narrowed() {
        return channel != null || mood != null || outcome != null;
    }
}
