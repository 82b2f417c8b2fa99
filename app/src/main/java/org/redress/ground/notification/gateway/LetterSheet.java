package org.redress.ground.notification.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.Outgoing;
import org.redress.platform.print.Pdf;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** A letter as a PDF of one address and one matter. */
@Component
public class LetterSheet {

    private static final String STYLE = """
            @page { size: A4; margin: 25mm 22mm 20mm 25mm }
            body { font-family: cjk; font-size: 11pt; line-height: 1.7; color: #000 }
            .from { font-size: 9pt; color: #555; border-bottom: 0.5pt solid #999; padding-bottom: 2mm }
            .to { height: 32mm; margin-top: 12mm }
            .facts { text-align: right; font-size: 10pt }
            h1 { font-size: 13pt; font-weight: normal; margin: 8mm 0 5mm }
            p { margin: 0 0 4mm }
            .end { margin-top: 14mm; text-align: right }
            """;

    private final Bureaus bureaus;

    LetterSheet(Bureaus bureaus) {
        this.bureaus = bureaus;
    }

    /** Writes it with the day of this moment. */
    public void write(Outgoing letter, Instant at, OutputStream out) throws IOException {
        Pdf.write(page(letter, at), out);
    }

    private String page(Outgoing message, Instant at) {
        Words words = Words.of(message.language());
        Bureau bureau = bureaus.get(message.bureau());
        String sender = bureau.name(words.chinese());
        String date = words.date(LocalDate.ofInstant(at, bureau.zone()));
        String mark = message.mark().isEmpty() ? "" : "<br/>" + Pdf.text(words.text("letter.mark", message.mark()));
        return """
                <html lang="%s"><head><title>%s</title><style>%s</style></head><body>
                <div class="from">%s</div><div class="to">%s</div>
                <div class="facts">%s%s</div><h1>%s</h1>%s
                <div class="end">%s</div></body></html>
                """.formatted(
                        words.tag(),
                        Pdf.text(message.wording().title()),
                        STYLE,
                        Pdf.text(sender),
                        Pdf.lines(message.address()),
                        Pdf.text(words.text("letter.date", date)),
                        mark,
                        Pdf.text(message.wording().title()),
                        paragraphs(message.wording().body()),
                        Pdf.text(sender));
    }

    private static String paragraphs(String body) {
        return Stream.of(body.split("\\n\\s*\\n"))
                .map(one -> "<p>" + Pdf.lines(one) + "</p>")
                .collect(Collectors.joining());
    }
}
