package org.redress.ground.notification.page;

import java.time.ZoneId;
import java.util.List;
import org.redress.ground.notification.MessageLine;
import org.redress.ground.notification.MessageState;
import org.redress.ground.notification.MessageStory;

/**
 * One message out.
 *
 * @param resend whether this person may send it again
 */
public record MessagePage(List<Tab> tabs, MessageStory story, ZoneId zone, boolean resend) {

    public MessageLine line() {
        return story.line();
    }

    /** How a state looks: its colour and its mark. */
    public static String mood(MessageState state) {
        return switch (state) {
            case WAITING -> "now";
            case HELD -> "paused";
            case SENT -> "done";
            case DEAD -> "late";
            case WITHHELD -> "ok";
        };
    }

    public static String icon(MessageState state) {
        return switch (state) {
            case WAITING -> "hourglass";
            case HELD -> "player-pause-f";
            case SENT -> "circle-check-f";
            case DEAD -> "alert-triangle-f";
            case WITHHELD -> "lock";
        };
    }
}
