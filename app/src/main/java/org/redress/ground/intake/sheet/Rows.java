package org.redress.ground.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.Layout;

/**
 * The rows of a file in their order, with bounded memory. A file that cannot be read to its end ends in a {@link
 * org.redress.platform.web.Problem}.
 */
public interface Rows extends Closeable {

    /** The next row, or null at the end. */
    @Nullable
    Row next() throws IOException;

    /** Every row of the file as it stands, blank ones and the heading too. */
    static Rows all(Path file, Layout layout) throws IOException {
        return layout.kind() == Layout.Kind.CSV ? CsvRows.open(file, layout) : Workbook.rows(file, layout.sheet());
    }

    /** The filled rows below the heading. */
    static Rows data(Path file, Layout layout) throws IOException {
        Rows rows = filled(all(file, layout));
        for (int i = 0; i < layout.header(); i++) {
            rows.next();
        }
        return rows;
    }

    /** The rows in which something stands. */
    static Rows filled(Rows all) {
        return new Rows() {
            @Override
            public @Nullable Row next() throws IOException {
                Row row = all.next();
                while (row != null && row.blank()) {
                    row = all.next();
                }
                return row;
            }

            @Override
            public void close() throws IOException {
                all.close();
            }
        };
    }
}
