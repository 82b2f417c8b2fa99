package org.redress.ground.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells from its headers whether a machine wrote a mail: RFC 3834, RFC 3464, and what mail programs did before these. */
final class MailNatures {

    private static final Pattern MACHINE =
            Pattern.compile("(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+._-].*)?@.*");
    private static final List<String> ANSWERED = List.of("X-Autoreply", "X-Autorespond", "X-Autoresponder");
    private static final List<String> LISTED = List.of("List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID");

    private MailNatures() {}

    /** @param from the bare address in lower case */
    static MailNature of(MimeMessage mail, String from) throws MessagingException {
        if (report(mail) || header(mail, "Return-Path").equals("<>") && from.startsWith("mailer-daemon")) {
            return MailNature.BOUNCE;
        }
        String submitted = word(header(mail, "Auto-Submitted"));
        if (!header(mail, MailMark.OURS).isEmpty() && !submitted.equals("auto-replied")) {
            return MailNature.OURS;
        }
        String precedence = word(header(mail, "Precedence"));
        if (submitted.equals("auto-replied")
                || precedence.equals("auto_reply")
                || ANSWERED.stream().anyMatch(name -> !header(mail, name).isEmpty())) {
            return MailNature.AUTO_REPLY;
        }
        boolean machine = !submitted.isEmpty() && !submitted.equals("no")
                || List.of("bulk", "junk", "list").contains(precedence)
                || LISTED.stream().anyMatch(name -> !header(mail, name).isEmpty())
                || header(mail, "Return-Path").equals("<>")
                || MACHINE.matcher(from).matches();
        return machine ? MailNature.AUTOMATIC : MailNature.PERSON;
    }

    private static boolean report(MimeMessage mail) throws MessagingException {
        String type = mail.getContentType().toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/report")
                && (type.contains("delivery-status") || type.contains("disposition-notification"));
    }

    /** The first word of a structured header, without its parameters and comments. */
    private static String word(String value) {
        return value.split("[;\\s(]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String header(MimeMessage mail, String name) {
        try {
            String value = mail.getHeader(name, ",");
            return value == null ? "" : value.strip();
        } catch (MessagingException unreadable) {
            throw new IllegalArgumentException(name, unreadable);
        }
    }
}
