package org.redress.ground.intake.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that it can be as odd as the ones that come in. */
public final class TestBook {

    private String strings = "";
    private String styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/></cellXfs>";
    private String rows = "";
    private String properties = "";

    public TestBook rows(String xml) {
        rows = xml;
        return this;
    }

    TestBook strings(String xml) {
        strings = xml;
        return this;
    }

    TestBook styles(String xml) {
        styles = xml;
        return this;
    }

    TestBook from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public Path write(Path file) throws IOException {
        String rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"" + rel
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"" + rel + "\">" + properties
                            + "<sheets><sheet name=\"one\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"s1\" Type=\"" + rel
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s2\" Type=\"" + rel
                            + "/styles\" Target=\"styles.xml\"/><Relationship Id=\"s3\" Type=\"" + rel
                            + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            part(zip, "xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
            part(zip, "xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
            part(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
