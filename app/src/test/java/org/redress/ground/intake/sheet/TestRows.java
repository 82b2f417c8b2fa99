package org.redress.ground.intake.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.redress.ground.intake.Layout;

/** All rows of a small file. */
public final class TestRows {

    private TestRows() {}

    /** Filled rows below the heading. */
    public static List<Row> data(Path file, Layout layout) throws IOException {
        List<Row> found = new ArrayList<>();
        try (Rows rows = Rows.data(file, layout)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                found.add(row);
            }
        }
        return found;
    }
}
