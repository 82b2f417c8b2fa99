package org.redress.ground.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.sheet.Row;
import org.redress.ground.intake.sheet.Rows;

/** The rows of a file, a batch at a time; those that become one thing together are not parted. */
final class Portions {

    /** More rows than this are parted all the same, and more characters than a batch takes: it stands in memory. */
    static final int MOST = 5_000;

    private final Rows rows;
    private final Batches batches;
    private @Nullable Row ahead;

    Portions(Rows rows, Batches batches) {
        this.rows = rows;
        this.batches = batches;
    }

    /** The next rows; none at the end. */
    List<Row> next() throws IOException {
        List<Row> portion = new ArrayList<>(Runner.BATCH);
        long characters = 0;
        Row row = ahead == null ? rows.next() : ahead;
        while (row != null && characters < Runner.LARGE_BATCH && fits(portion, row)) {
            portion.add(row);
            characters += row.characters();
            row = rows.next();
        }
        ahead = row;
        return portion;
    }

    private boolean fits(List<Row> portion, Row row) {
        return portion.size() < Runner.BATCH || portion.size() < MOST && batches.together(portion.getLast(), row);
    }
}
