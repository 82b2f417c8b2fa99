package org.redress.ground.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.redress.ground.intake.sheet.Row;
import org.redress.ground.intake.sheet.Rows;
import org.redress.ground.intake.sheet.Sniffer;

/** The filled rows of a CSV or XLSX file as texts, whatever it is like, without taking it in: for files of some megabytes. */
public final class FileRows {

    private FileRows() {}

    /** All of them, the heading among them where there is one; what is no table ends in a coded Problem. */
    public static List<List<String>> read(Path file) throws IOException {
        List<List<String>> all = new ArrayList<>();
        try (Rows rows = Rows.filled(Rows.all(file, Sniffer.look(file).layout()))) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row.cells());
            }
        }
        return all;
    }
}
