package org.redress.ground.notification.page;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.notification.MailFault;
import org.redress.ground.notification.MailLine;
import org.redress.ground.notification.MailNature;
import org.redress.ground.notification.MailState;

/**
 * The list of mails that came in.
 *
 * @param retake whether this person may hand one on again
 * @param next path of the next page, or null
 */
public record IncomingPage(
        List<Tab> tabs,
        List<MessagesPage.Filter> filters,
        List<MailLine> lines,
        ZoneId zone,
        boolean retake,
        @Nullable String next) {

    /** How a state looks. */
    public static String mood(MailState state) {
        return switch (state) {
            case TAKEN -> "done";
            case IGNORED -> "ok";
            case WAITING -> "due";
            case DEAD -> "late";
        };
    }

    public static String icon(MailState state) {
        return switch (state) {
            case TAKEN -> "circle-check-f";
            case IGNORED -> "minus";
            case WAITING -> "hourglass";
            case DEAD -> "alert-triangle-f";
        };
    }

    /** Whether it can be handed on once more. */
    public static boolean kept(MailLine line) {
        return switch (line.state()) {
            case TAKEN -> false;
            case IGNORED -> line.nature() == MailNature.PERSON || line.nature().mayBeMistaken();
            case WAITING, DEAD -> line.fault() != MailFault.TOO_LARGE;
        };
    }
}
