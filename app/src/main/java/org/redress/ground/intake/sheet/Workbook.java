package org.redress.ground.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** The parts of an XLSX file (ECMA-376) that rows are read from. */
final class Workbook implements Closeable {

    /** A sheet by its name. */
    record Sheet(String name, String part, boolean visible) {}

    private final GuardedZip zip;
    private final List<Sheet> sheets = new ArrayList<>();
    private final String main;
    private boolean from1904;
    private @Nullable String strings;
    private @Nullable String styles;

    private Workbook(GuardedZip zip, String main) {
        this.zip = zip;
        this.main = main;
    }

    static Workbook open(Path file) throws IOException {
        GuardedZip zip = GuardedZip.open(file);
        try {
            if (zip.has("xl/workbook.bin")) {
                throw Problem.invalid("intake.file.xlsb", "file");
            }
            String main = mainPart(zip);
            InputStream part = main == null ? null : zip.content(main);
            if (main == null || part == null) {
                throw Problem.invalid("intake.file.zip", "file");
            }
            Workbook book = new Workbook(zip, main);
            book.read(part);
            return book;
        } catch (XMLStreamException e) {
            zip.close();
            throw damaged(e);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e instanceof IOException broken ? damaged(broken) : (RuntimeException) e;
        }
    }

    /** Opens the rows of a sheet; closing them closes the workbook. */
    static Rows rows(Path file, int sheet) throws IOException {
        Workbook book = open(file);
        try {
            return book.rows(sheet);
        } catch (XMLStreamException e) {
            book.close();
            throw damaged(e);
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e instanceof IOException broken ? damaged(broken) : (RuntimeException) e;
        }
    }

    static Problem damaged(Exception cause) {
        Problem problem = Problem.invalid("intake.file.damaged", "file");
        problem.initCause(cause);
        return problem;
    }

    private static @Nullable String mainPart(GuardedZip zip) throws IOException, XMLStreamException {
        for (Relation relation : relations(zip, "_rels/.rels", "").values()) {
            if (relation.type().endsWith("/officeDocument")) {
                return relation.target();
            }
        }
        return zip.has("xl/workbook.xml") ? "xl/workbook.xml" : null;
    }

    private record Relation(String type, String target) {}

    private static Map<String, Relation> relations(GuardedZip zip, String part, String folder)
            throws IOException, XMLStreamException {
        Map<String, Relation> found = new HashMap<>();
        InputStream in = zip.content(part);
        if (in == null) {
            return found;
        }
        XMLStreamReader xml = Xml.open(in);
        for (String name = Xml.nextStart(xml); name != null; name = Xml.nextStart(xml)) {
            String id = Xml.attribute(xml, "Id");
            String type = Xml.attribute(xml, "Type");
            String target = Xml.attribute(xml, "Target");
            if (id != null && type != null && target != null) {
                found.put(id, new Relation(type, target.startsWith("/") ? target.substring(1) : folder + target));
            }
        }
        return found;
    }

    private void read(InputStream part) throws IOException, XMLStreamException {
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        String rels = folder + "_rels/" + main.substring(folder.length()) + ".rels";
        Map<String, Relation> relations = relations(zip, rels, folder);
        for (Relation relation : relations.values()) {
            strings = relation.type().endsWith("/sharedStrings") ? relation.target() : strings;
            styles = relation.type().endsWith("/styles") ? relation.target() : styles;
        }
        XMLStreamReader xml = Xml.open(part);
        for (String name = Xml.nextStart(xml); name != null; name = Xml.nextStart(xml)) {
            if (name.equals("workbookPr")) {
                String value = Xml.attribute(xml, "date1904");
                from1904 = "1".equals(value) || "true".equals(value);
            } else if (name.equals("sheet")) {
                addSheet(xml, relations);
            }
        }
    }

    private void addSheet(XMLStreamReader xml, Map<String, Relation> relations) {
        Relation relation = relations.get(String.valueOf(Xml.attribute(xml, "id")));
        if (relation != null && relation.type().endsWith("/worksheet")) {
            String name = String.valueOf(Xml.attribute(xml, "name"));
            String state = Xml.attribute(xml, "state");
            sheets.add(new Sheet(name, relation.target(), state == null || state.equals("visible")));
        }
    }

    List<Sheet> sheets() {
        return sheets;
    }

    private Rows rows(int sheet) throws IOException, XMLStreamException {
        if (sheet < 0 || sheet >= sheets.size()) {
            throw Problem.invalid("intake.file.nosheet", "file");
        }
        InputStream part = zip.content(sheets.get(sheet).part());
        if (part == null) {
            throw Problem.invalid("intake.file.damaged", "file");
        }
        NumberFormats formats = new NumberFormats(from1904);
        formats.read(styles == null ? null : zip.content(styles));
        SharedStrings shared = SharedStrings.read(strings == null ? null : zip.content(strings));
        return new SheetRows(Xml.open(part), shared, formats, this);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
