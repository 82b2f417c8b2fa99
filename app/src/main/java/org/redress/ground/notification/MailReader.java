package org.redress.ground.notification;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a mail. */
final class MailReader {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,500}>");
    private static final int LONGEST_SUBJECT = 500;
    /** RFC 5321: 64 before the sign, 255 after it. */
    private static final int LONGEST_ADDRESS = 320;

    private static final Session SESSION = Session.getInstance(new Properties());

    /** What a bounce tells of. */
    record Bounce(MessageId message, String says, boolean lasting) {}

    private MailReader() {}

    /**
     * @param limit bytes that a single attachment may have
     * @throws MessagingException or an {@link IOException} where the bytes are no mail
     */
    static IncomingMail read(byte[] raw, UUID id, Instant now, long limit) throws MessagingException, IOException {
        MimeMessage mail = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
        InternetAddress sender = sender(mail);
        String from = sender == null ? "" : sender.getAddress().toLowerCase(Locale.ROOT);
        List<String> references = references(mail);
        String subject = decoded(mail.getHeader("Subject", null));
        MailBody body = new MailBody(mail, limit);
        return new IncomingMail(
                id,
                messageId(mail, raw),
                references,
                mark(subject, references).orElse(null),
                references.reversed().stream()
                        .flatMap(one -> MailMark.message(one).stream())
                        .findFirst()
                        .orElse(null),
                clean(from, LONGEST_ADDRESS),
                clean(sender == null || sender.getPersonal() == null ? "" : sender.getPersonal(), LONGEST_SUBJECT),
                clean(subject, LONGEST_SUBJECT),
                clean(body.text(), Integer.MAX_VALUE),
                now,
                body.attachments(),
                MailNatures.of(mail, from));
    }

    /** Without what no text column takes, and no longer than it may be. */
    private static String clean(String given, int longest) {
        String kept = given.replace("\0", "");
        return kept.substring(0, Math.min(longest, kept.length()));
    }

    /** The Message-ID, or one made of the bytes, so that also a mail without one is known when it comes again. */
    static String messageId(MimeMessage mail, byte[] raw) throws MessagingException {
        String given = mail.getHeader("Message-ID", null);
        Matcher found = MESSAGE_ID.matcher(given == null ? "" : given);
        return found.find() ? found.group() : digest(raw);
    }

    static String digest(byte[] raw) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(raw);
            return "<" + HexFormat.of().formatHex(digest) + "@none>";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which message of ours a report of a mail system is about; empty where it is about none, or only about a delay. */
    static Optional<Bounce> bounce(byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        Matcher status =
                Pattern.compile("(?im)^Status:\\s*([245])\\.\\d+\\.\\d+").matcher(text);
        Matcher action = Pattern.compile("(?im)^Action:\\s*(\\w+)").matcher(text);
        Matcher says = Pattern.compile("(?im)^Diagnostic-Code:\\s*(.{1,300})").matcher(text);
        boolean lasting = action.find() && action.group(1).equalsIgnoreCase("failed")
                || status.find() && status.group(1).equals("5");
        String words = says.find() ? says.group(1).strip() : "";
        return MailMark.message(text).map(id -> new Bounce(id, words, lasting));
    }

    private static Optional<String> mark(String subject, List<String> references) {
        return references.reversed().stream()
                .flatMap(one -> MailMark.markOfId(one).stream())
                .findFirst()
                .or(() -> MailMark.markOfSubject(subject));
    }

    private static List<String> references(MimeMessage mail) throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (String header : List.of("References", "In-Reply-To")) {
            String value = mail.getHeader(header, " ");
            MESSAGE_ID.matcher(value == null ? "" : value).results().forEach(found -> {
                ids.remove(found.group());
                ids.add(found.group());
            });
        }
        return ids;
    }

    private static @Nullable InternetAddress sender(MimeMessage mail) throws MessagingException {
        Address[] from = mail.getFrom();
        return from == null
                ? null
                : Stream.of(from)
                        .filter(InternetAddress.class::isInstance)
                        .map(InternetAddress.class::cast)
                        .filter(one -> one.getAddress() != null)
                        .findFirst()
                        .orElse(null);
    }

    /** Words of a header; what cannot be decoded stays as it came. */
    static String decoded(@Nullable String header) {
        if (header == null) {
            return "";
        }
        String line = MimeUtility.unfold(header).strip();
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException unknown) {
            return line;
        }
    }
}
