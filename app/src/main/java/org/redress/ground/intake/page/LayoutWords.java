package org.redress.ground.intake.page;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.Layout;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;
import org.redress.platform.web.Problem;

/** Says how a file is laid out. */
final class LayoutWords {

    private static final List<String> CHARSETS =
            List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5", "windows-1252");
    private static final String DELIMITERS = ",;\t|";
    private static final int MOST_HEADERS = 20;

    private final Words words;
    private final FileProfile profile;

    LayoutWords(Words words, FileProfile profile) {
        this.words = words;
        this.profile = profile;
    }

    /** Rows, encoding and delimiter in a line. */
    String about() {
        Layout layout = profile.layout();
        List<String> parts = new ArrayList<>();
        parts.add(words.text("intake.rows", profile.rows()));
        if (layout.kind() == Layout.Kind.XLSX) {
            parts.add(words.text("intake.sheet.named", profile.sheets().get(layout.sheet())));
        } else {
            parts.add(
                    profile.confidence() == 100
                            ? layout.charset()
                            : words.text("intake.charset.guess", layout.charset(), profile.confidence()));
            parts.add(delimiter(layout.delimiter()));
        }
        if (profile.blank() > 0) {
            parts.add(words.text("intake.blank", profile.blank()));
        }
        if (profile.resent()) {
            parts.add(words.text("intake.resent"));
        }
        return String.join(" · ", parts);
    }

    private String delimiter(char delimiter) {
        return switch (delimiter) {
            case ',' -> words.text("intake.delimiter.comma");
            case ';' -> words.text("intake.delimiter.semicolon");
            case '\t' -> words.text("intake.delimiter.tab");
            default -> words.text("intake.delimiter.pipe");
        };
    }

    MappingPage.LayoutPart part() {
        Layout layout = profile.layout();
        boolean csv = layout.kind() == Layout.Kind.CSV;
        List<Choice> charsets = Stream.concat(CHARSETS.stream(), Stream.of(layout.charset()))
                .distinct()
                .map(name -> new Choice(name, name))
                .toList();
        List<Choice> delimiters = DELIMITERS
                .chars()
                .mapToObj(c -> new Choice(Integer.toString(c), delimiter((char) c)))
                .toList();
        List<Choice> sheets = IntStream.range(0, profile.sheets().size())
                .mapToObj(i -> new Choice(Integer.toString(i), profile.sheets().get(i)))
                .toList();
        return new MappingPage.LayoutPart(
                profile.sure(),
                layout.header() == 0
                        ? words.text("intake.heading.none")
                        : words.text("intake.heading.row", layout.header()),
                layout.header(),
                layout.charset(),
                csv ? charsets : List.of(),
                Integer.toString(layout.delimiter()),
                csv ? delimiters : List.of(),
                layout.sheet(),
                sheets);
    }

    /** The layout that the form asks for. */
    static Layout wanted(Layout old, String charset, String delimiter, int header, int sheet) {
        if (header < 0 || header > MOST_HEADERS) {
            throw Problem.invalid("intake.layout", "header");
        }
        if (old.kind() == Layout.Kind.XLSX) {
            return Layout.xlsx(sheet).withHeader(header);
        }
        Set<String> delimiters = Set.of("44", "59", "9", "124");
        if (!delimiters.contains(delimiter) || !CHARSETS.contains(charset) && !charset.equals(old.charset())) {
            throw Problem.invalid("intake.layout", "charset");
        }
        return Layout.csv(Charset.forName(charset), (char) Integer.parseInt(delimiter))
                .withHeader(header);
    }
}
