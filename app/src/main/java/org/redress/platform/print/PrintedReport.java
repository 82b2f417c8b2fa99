package org.redress.platform.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.redress.platform.text.Words;

/** A report on A4 with numbered pages: headings, sentences, facts and tables, one after the other. Every text is escaped here. */
public final class PrintedReport {

    /** What is no longer stands on one line: numbers, names, dates. */
    private static final int SHORT = 12;

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm 20mm 16mm;
                    @bottom-center { content: counter(page) " / " counter(pages); font-family: cjk, sans-serif; font-size: 8pt; color: #555 } }
            body { font-family: cjk, sans-serif; font-size: 9.5pt; line-height: 1.5; color: #000 }
            h1 { font-size: 16pt; font-weight: normal; margin: 0 0 1mm }
            h2 { font-size: 11.5pt; font-weight: normal; margin: 7mm 0 2mm; border-bottom: 0.5pt solid #888; page-break-after: avoid }
            p { margin: 0 0 2mm } .lead { color: #555 }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; word-wrap: break-word }
            th { text-align: left; font-weight: normal; color: #555; border-bottom: 0.5pt solid #888; padding: 1mm 2mm 1mm 0 }
            td { vertical-align: top; border-bottom: 0.25pt solid #ccc; padding: 1mm 2mm 1mm 0 }
            .s { white-space: nowrap }
            tr { page-break-inside: avoid }
            """;

    private final Words words;
    private final String title;
    private final StringBuilder body = new StringBuilder();

    public PrintedReport(Words words, String title, String lead) {
        this.words = words;
        this.title = title;
        body.append("<h1>").append(Pdf.text(title)).append("</h1><p class=\"lead\">");
        body.append(Pdf.lines(lead)).append("</p>");
    }

    public PrintedReport heading(String text) {
        body.append("<h2>").append(Pdf.text(text)).append("</h2>");
        return this;
    }

    /** Sentences; an empty line begins a new paragraph. */
    public PrintedReport text(String text) {
        for (String one : text.strip().split("\\n\\s*\\n")) {
            body.append("<p>").append(Pdf.lines(one)).append("</p>");
        }
        return this;
    }

    /** A table, or a sentence where it has no row. */
    public PrintedReport table(List<String> heads, List<List<String>> rows, String none) {
        if (rows.isEmpty()) {
            return text(none);
        }
        body.append("<table><thead>").append(row("th", heads)).append("</thead><tbody>");
        rows.forEach(cells -> body.append(row("td", cells)));
        body.append("</tbody></table>");
        return this;
    }

    private static String row(String tag, List<String> cells) {
        return cells.stream()
                .map(cell -> "<" + tag + (cell.length() <= SHORT ? " class=\"s\">" : ">") + Pdf.lines(cell) + "</" + tag
                        + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    public byte[] bytes() {
        String page = "<html lang=\"%s\"><head><title>%s</title><style>%s</style></head><body>%s</body></html>"
                .formatted(words.tag(), Pdf.text(title), STYLE, body);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Pdf.write(page, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
