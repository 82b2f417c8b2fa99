package org.redress.ground.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.redress.ground.intake.Layout;
import org.redress.platform.web.Problem;

/** Tells by its bytes what a file is and how it is laid out. */
public final class Sniffer {

    private static final int LOOK = 25;
    private static final int GLANCE = 1_000;

    private Sniffer() {}

    /**
     * What was found.
     *
     * @param confidence in the encoding, 0 to 100
     * @param sure whether the heading is beyond doubt
     * @param sheets names, of a workbook
     */
    public record Look(Layout layout, int confidence, boolean sure, List<String> sheets) {}

    /** Looks at a file; what is no table of rows ends in a coded Problem that says what it is. */
    public static Look look(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(512);
        }
        refuse(start, file);
        return starts(start, 'P', 'K', 3, 4) ? workbook(file) : text(file);
    }

    /** Looks at a file again of which a part of the layout is now known. */
    public static Look again(Path file, Layout layout) throws IOException {
        List<Row> first = first(file, layout);
        Headings.Found heading = Headings.find(first);
        return new Look(layout.withHeader(heading.rows()), 100, heading.sure(), List.of());
    }

    private static Look text(Path file) throws IOException {
        Encodings.Found encoding = Encodings.find(file);
        Layout layout = Layout.csv(encoding.charset(), Delimiters.find(file, encoding.charset()));
        List<Row> first = first(file, layout);
        if (first.isEmpty()) {
            throw Problem.invalid("intake.file.empty", "file");
        }
        refuseMarkup(first.getFirst());
        Headings.Found heading = Headings.find(first);
        return new Look(layout.withHeader(heading.rows()), encoding.confidence(), heading.sure(), List.of());
    }

    /** Takes the first visible sheet in which something stands. */
    private static Look workbook(Path file) throws IOException {
        List<Workbook.Sheet> sheets;
        try (Workbook book = Workbook.open(file)) {
            sheets = book.sheets();
        }
        List<String> names = sheets.stream().map(Workbook.Sheet::name).toList();
        for (int i = 0; i < sheets.size(); i++) {
            if (sheets.get(i).visible()) {
                Layout layout = Layout.xlsx(i);
                List<Row> first = first(file, layout);
                if (!first.isEmpty()) {
                    Headings.Found heading = Headings.find(first);
                    return new Look(layout.withHeader(heading.rows()), 100, heading.sure(), names);
                }
            }
        }
        throw Problem.invalid("intake.file.empty", "file");
    }

    private static List<Row> first(Path file, Layout layout) throws IOException {
        List<Row> first = new ArrayList<>();
        try (Rows rows = Rows.filled(Rows.all(file, layout))) {
            for (Row row = rows.next(); row != null && first.size() < LOOK; row = rows.next()) {
                first.add(row.cut(GLANCE));
            }
        }
        return first;
    }

    private static void refuse(byte[] start, Path file) throws IOException {
        if (start.length == 0) {
            throw Problem.invalid("intake.file.empty", "file");
        }
        if (starts(start, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw Problem.invalid(OldOffice.encrypted(file) ? "intake.file.encrypted" : "intake.file.xls", "file");
        }
        if (starts(start, 'P', 'K', 5, 6)) {
            throw Problem.invalid("intake.file.zip", "file");
        }
        if (starts(start, '%', 'P', 'D', 'F')) {
            throw Problem.invalid("intake.file.pdf", "file");
        }
        if (starts(start, 0x1f, 0x8b)
                || starts(start, '7', 'z', 0xbc, 0xaf)
                || starts(start, 'R', 'a', 'r', '!')
                || starts(start, 'B', 'Z', 'h')
                || starts(start, 0xfd, '7', 'z', 'X', 'Z')) {
            throw Problem.invalid("intake.file.packed", "file");
        }
    }

    /** Some systems send a web page under the name of a workbook. */
    private static void refuseMarkup(Row row) {
        String text = row.text(0).strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<table")) {
            throw Problem.invalid("intake.file.html", "file");
        }
        if (text.startsWith("<?xml")) {
            throw Problem.invalid("intake.file.xml", "file");
        }
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** What an office of before 2007 wrote, or one of today to hide a workbook behind a password ([MS-CFB]). */
    private static final class OldOffice {

        private static final int SECTOR = 512;
        private static final byte[] SEALED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

        static boolean encrypted(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] header = in.readNBytes(SECTOR);
                if (header.length < SECTOR) {
                    return false;
                }
                int shift = header[30] & 0x1f;
                long directory = Integer.toUnsignedLong(header[48] & 0xff
                                | (header[49] & 0xff) << 8
                                | (header[50] & 0xff) << 16
                                | (header[51] & 0xff) << 24)
                        << shift;
                long gap = directory + (1L << shift) - SECTOR;
                return gap >= 0 && in.skip(gap) == gap && contains(in.readNBytes(8 * SECTOR), SEALED);
            }
        }

        private static boolean contains(byte[] all, byte[] part) {
            for (int i = 0; i + part.length <= all.length; i++) {
                if (java.util.Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                    return true;
                }
            }
            return false;
        }
    }
}
