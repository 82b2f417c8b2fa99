package org.redress.ground.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** Finds the words of a mail and the files that came with it. */
final class MailBody {

    private static final Tika TIKA = new Tika(MimeTypes.getDefaultMimeTypes());
    private static final Charset GB = Charset.forName("GB18030");

    /** What a desk opens: pictures, sounds, papers. No programs, no archives, no pages with scripts. */
    private static final Pattern ALLOWED = Pattern.compile("image/(png|jpeg|gif|webp|heic|bmp|tiff)|audio/.*"
            + "|video/(mp4|quicktime|3gpp)|application/pdf|text/(plain|csv)|message/rfc822"
            + "|application/(msword|vnd\\.ms-(excel|powerpoint)|x-tika-msoffice)"
            + "|application/vnd\\.(openxmlformats-officedocument|oasis\\.opendocument)\\..*");

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 1000;
    private static final int LONGEST = 200_000;

    private static final Pattern SEEN = Pattern.compile("[^\\s\\p{Z}\\p{C}]");

    private final List<MailAttachment> attachments = new ArrayList<>();
    private final long limit;
    private final String text;
    private int parts;

    /** @param limit bytes that a single attachment may have */
    MailBody(MimeMessage mail, long limit) throws MessagingException, IOException {
        this.limit = limit;
        String words = part(mail, 0);
        this.text = words.substring(0, Math.min(LONGEST, words.length()));
    }

    /** The words without markup, in the order in which they stand; of alternatives those of one. */
    String text() {
        return text;
    }

    List<MailAttachment> attachments() {
        return List.copyOf(attachments);
    }

    /** Its words; a part that is no words is put with the files. */
    private String part(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw new MessagingException("more than " + DEEPEST + " parts deep or " + MOST_PARTS + " in all");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            List<String> words = new ArrayList<>();
            for (int n = 0; n < several.getCount(); n++) {
                words.add(part(several.getBodyPart(n), depth + 1));
            }
            return part.isMimeType("multipart/alternative")
                    ? alternative(several, words)
                    : words.stream().filter(MailBody::says).collect(Collectors.joining("\n"));
        }
        boolean file = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || name(part) != null;
        if (!file && part.isMimeType("text/plain")) {
            return MailMarkup.tidied(words(part));
        }
        if (!file && part.isMimeType("text/html")) {
            return MailMarkup.tidied(MailMarkup.words(words(part)));
        }
        attachments.add(attachment(part));
        return "";
    }

    /** The plain words where there are any, else the last that says something: alternatives say the same, the best last. */
    private static String alternative(Multipart several, List<String> words) throws MessagingException {
        String last = "";
        for (int n = 0; n < words.size(); n++) {
            if (says(words.get(n))) {
                if (several.getBodyPart(n).isMimeType("text/plain")) {
                    return words.get(n);
                }
                last = words.get(n);
            }
        }
        return last;
    }

    private static boolean says(String words) {
        return SEEN.matcher(words).find();
    }

    private MailAttachment attachment(Part part) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream in = part.getInputStream()) {
            bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, limit + 1));
        }
        String given = name(part);
        String name = given == null ? "" : given;
        String type = TIKA.detect(bytes, name);
        MailAttachment.Refused refused = bytes.length > limit
                ? MailAttachment.Refused.SIZE
                : ALLOWED.matcher(type).matches() ? null : MailAttachment.Refused.TYPE;
        return new MailAttachment(name, type, bytes.length, refused == null ? bytes : null, refused);
    }

    /** The bare name of a file, without a path that somebody wrote before it. */
    private static @Nullable String name(Part part) throws MessagingException {
        String name = part.getFileName();
        return name == null
                ? null
                : MailReader.decoded(name).replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
    }

    private static String words(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), charset(part.getContentType()));
        }
    }

    /** GB 2312 and GBK are said where GB 18030 is meant; what nobody knows is read as UTF-8. */
    private static Charset charset(String contentType) {
        try {
            String name = new ContentType(contentType).getParameter("charset");
            if (name == null) {
                return StandardCharsets.UTF_8;
            }
            return name.toLowerCase(Locale.ROOT).startsWith("gb") ? GB : Charset.forName(name);
        } catch (ParseException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
