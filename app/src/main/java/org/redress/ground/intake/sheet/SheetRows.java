package org.redress.ground.intake.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** The rows of one sheet of a workbook. */
final class SheetRows implements Rows {

    private static final int MOST_COLUMNS = 16_384;
    /** Longer plain decimals than this come of hostile exponents. */
    private static final int LONGEST_NUMBER = 400;

    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private final NumberFormats formats;
    private final Workbook book;
    private long line;

    private List<String> cells = new ArrayList<>();
    private List<CellKind> kinds = new ArrayList<>();
    private long characters;

    SheetRows(XMLStreamReader xml, SharedStrings strings, NumberFormats formats, Workbook book) {
        this.xml = xml;
        this.strings = strings;
        this.formats = formats;
        this.book = book;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            for (String name = Xml.nextStart(xml); name != null; name = Xml.nextStart(xml)) {
                if (name.equals("row")) {
                    line = number(Xml.attribute(xml, "r"), line + 1);
                    return row();
                }
            }
            return null;
        } catch (XMLStreamException | IOException e) {
            throw Workbook.damaged(e);
        } catch (RuntimeException e) {
            throw unwrapped(e);
        }
    }

    /** Aalto reports trouble below the XML, such as a broken zip, in its own unchecked exception. */
    private static RuntimeException unwrapped(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof IOException || cause instanceof XMLStreamException) {
                return Workbook.damaged(e);
            }
        }
        return e;
    }

    private static long number(@Nullable String value, long otherwise) {
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private Row row() throws XMLStreamException, IOException {
        cells = new ArrayList<>(cells.size());
        kinds = new ArrayList<>(kinds.size());
        characters = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                cell();
            }
        }
        while (!cells.isEmpty() && cells.getLast().isEmpty() && kinds.getLast() == CellKind.TEXT) {
            cells.removeLast();
            kinds.removeLast();
        }
        return new Row(line, cells, kinds, cells.size());
    }

    private void cell() throws XMLStreamException, IOException {
        int column = column(Xml.attribute(xml, "r"), cells.size());
        String type = Xml.attribute(xml, "t");
        String style = Xml.attribute(xml, "s");
        String value = null;
        boolean formula = false;
        for (int event = xml.next();
                !(event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c"));
                event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v", "is" -> value = Xml.text(xml);
                    case "f" -> {
                        formula = true;
                        Xml.text(xml);
                    }
                    default -> {}
                }
            }
        }
        while (cells.size() < column) {
            cells.add("");
            kinds.add(CellKind.TEXT);
        }
        if (cells.size() == column) {
            add(type == null ? "n" : type, style, value, formula);
        }
    }

    private void add(String type, @Nullable String style, @Nullable String value, boolean formula) {
        CellKind kind = CellKind.TEXT;
        String text = value == null ? "" : value;
        switch (type) {
            case "s" -> {
                String shared = value == null ? "" : strings.get((int) number(value.strip(), -1));
                kind = shared == null ? CellKind.ERROR : CellKind.TEXT;
                text = shared == null ? "#REF!" : shared;
            }
            case "b" -> text = text.equals("1") || text.equals("true") ? "TRUE" : "FALSE";
            case "e" -> kind = CellKind.ERROR;
            case "d" -> kind = CellKind.DATE;
            case "n" -> {
                if (value != null && !value.isBlank()) {
                    kind = formats.isDate(style) ? CellKind.DATE : CellKind.NUMBER;
                    text = numeric(value.strip(), kind, style);
                }
            }
            default -> {}
        }
        characters += text.length();
        if (characters > CsvRows.LONGEST_ROW) {
            throw Problem.invalid("intake.row.large", "file", line);
        }
        cells.add(text);
        kinds.add(formula && kind != CellKind.ERROR ? CellKind.FORMULA : kind);
    }

    private String numeric(String value, CellKind kind, @Nullable String style) {
        try {
            BigDecimal number = new BigDecimal(value);
            String date = kind == CellKind.DATE ? formats.date(number) : null;
            if (date != null) {
                return date;
            }
            BigDecimal plain = number.stripTrailingZeros();
            if (Math.abs((long) plain.scale()) > LONGEST_NUMBER) {
                return value;
            }
            boolean whole = plain.scale() <= 0 && plain.signum() >= 0;
            return whole ? formats.padded(plain.toPlainString(), style) : plain.toPlainString();
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /** The position of a cell from its address, e.g. 27 for {@code AB12}. */
    private static int column(@Nullable String address, int otherwise) {
        if (address == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < address.length() && column <= MOST_COLUMNS; i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        if (column > MOST_COLUMNS) {
            throw Problem.invalid("intake.file.damaged", "file");
        }
        return column == 0 ? otherwise : column - 1;
    }

    @Override
    public void close() throws IOException {
        strings.close();
        book.close();
    }
}
