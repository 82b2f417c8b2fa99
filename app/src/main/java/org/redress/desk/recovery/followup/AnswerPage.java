package org.redress.desk.recovery.followup;

import org.redress.platform.web.Attempt;

/**
 * What a customer sees who came by their link.
 *
 * @param standing by its name
 * @param key of the link
 * @param attempt what they chose already, perhaps in the message itself
 */
public record AnswerPage(String standing, String key, Attempt attempt) {

    public boolean open() {
        return standing.equals("OPEN");
    }

    /** Where the answer is sent. */
    public String action() {
        return AnswerLinks.PATH + key;
    }
}
