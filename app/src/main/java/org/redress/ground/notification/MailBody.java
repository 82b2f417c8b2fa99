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

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<MailAttachment> attachments = new ArrayList<>();
    private final long limit;
    private int parts;

    /** @param limit bytes that a single attachment may have */
    MailBody(MimeMessage mail, long limit) throws MessagingException, IOException {
        this.limit = limit;
        part(mail, 0);
    }

    /** The words without markup: those of the plain parts, else those of the page. */
    String text() {
        String words = MailMarkup.tidied(plain.isEmpty() ? MailMarkup.words(html.toString()) : plain.toString());
        return words.substring(0, Math.min(LONGEST, words.length()));
    }

    List<MailAttachment> attachments() {
        return List.copyOf(attachments);
    }

    private void part(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw new MessagingException("more than " + DEEPEST + " parts deep or " + MOST_PARTS + " in all");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int n = 0; n < several.getCount(); n++) {
                part(several.getBodyPart(n), depth + 1);
            }
            return;
        }
        boolean file = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || name(part) != null;
        if (!file && part.isMimeType("text/plain")) {
            plain.append(words(part)).append('\n');
        } else if (!file && part.isMimeType("text/html")) {
            html.append(words(part)).append('\n');
        } else if (file || !part.isMimeType("text/*")) {
            attachments.add(attachment(part));
        }
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
