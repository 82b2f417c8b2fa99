package org.redress.desk.contact;

import java.util.regex.Pattern;
import org.redress.ground.notification.IncomingMail;

/** What a mail says, as the words of a contact. */
final class MailWords {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    private MailWords() {}

    /** The text under its subject, without what no screen shows; empty where it says nothing. */
    static String of(IncomingMail mail) {
        return UNSEEN.matcher(mail.subject() + "\n\n" + mail.text())
                .replaceAll("")
                .strip();
    }

    /** Whether a contact can hold all of it. */
    static boolean fits(IncomingMail mail) {
        return of(mail).length() <= Spoken.LONGEST;
    }

    /** The same, cut where it is longer than a contact can be. */
    static String cut(IncomingMail mail) {
        String words = of(mail);
        return words.length() <= Spoken.LONGEST
                ? words
                : words.substring(0, Spoken.LONGEST - 2).replaceAll("[\\ud800-\\udbff]$", "") + "…";
    }
}
