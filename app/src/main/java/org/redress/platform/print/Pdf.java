package org.redress.platform.print;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Writes a page that is laid out in XHTML and CSS as a PDF. */
public final class Pdf {

    /** The only font family that a page may ask for. */
    public static final String FAMILY = "cjk";

    /** Droid Sans Fallback, Apache-2.0: Chinese and Latin in four megabytes. */
    private static final String FONT = "/print/cjk.ttf";

    static {
        // What the library says of every page that it draws is of no use to an operator; its warnings are.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private Pdf() {}

    /**
     * Writes the page; the stream stays open.
     *
     * @param page well-formed XHTML with its style inside, whose texts have gone through {@link #text}
     */
    public static void write(String page, OutputStream out) throws IOException {
        new PdfRendererBuilder()
                .useFont(Pdf::font, FAMILY)
                .withHtmlContent(page, null)
                .toStream(out)
                .run();
    }

    private static InputStream font() {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream(FONT), FONT);
    }

    /** A text as it may stand in a page: only what XML may hold, and nothing that it reads as markup. */
    public static String text(String given) {
        return HtmlUtils.htmlEscapeDecimal(given.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", ""));
    }

    /** The same of a text with line breaks. */
    public static String lines(String given) {
        return given.strip().lines().map(Pdf::text).collect(Collectors.joining("<br/>"));
    }
}
