package org.redress.ground.notification;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How our mails carry what they are about: {@code <ID.T-1184273@host>} as Message-ID and {@code [T-1184273]} in the subject. */
public final class MailMark {

    /** The header that every mail of ours has. */
    public static final String OURS = "X-Redress-Message";

    private static final Pattern ID = Pattern.compile(
            "<([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})\\.([A-Za-z0-9-]*)@[^>\\s]+>");
    private static final Pattern SUBJECT = Pattern.compile("\\[([A-Z]{1,3}-\\d{4,12})]");

    private MailMark() {}

    public static String messageId(MessageId id, String mark, String domain) {
        return "<" + id.value() + "." + mark + "@" + domain + ">";
    }

    /** The subject on one line, with the mark where it does not say it already. */
    public static String subject(String title, String mark) {
        String line = title.replaceAll("\\s+", " ").strip();
        return mark.isEmpty() ? line : line + " [" + mark + "]";
    }

    /** Which message of ours a Message-ID belongs to. */
    public static Optional<MessageId> message(String messageId) {
        Matcher found = ID.matcher(messageId);
        return found.find() ? Optional.of(new MessageId(UUID.fromString(found.group(1)))) : Optional.empty();
    }

    /** The mark in a Message-ID of ours. */
    static Optional<String> markOfId(String messageId) {
        Matcher found = ID.matcher(messageId);
        return found.find() && !found.group(2).isEmpty() ? Optional.of(found.group(2)) : Optional.empty();
    }

    /** The mark in a subject, wherever people's mail programs moved it. */
    static Optional<String> markOfSubject(String subject) {
        Matcher found = SUBJECT.matcher(subject);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
