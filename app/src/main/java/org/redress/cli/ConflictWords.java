package org.redress.cli;

import java.io.PrintWriter;
import org.redress.ground.intake.DateConflict;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FileProfile;
import org.redress.platform.text.Words;

/** Says with counts where days and months cannot be told apart, and how to decide. */
final class ConflictWords {

    private final Words words;
    private final FaultWords columns;

    ConflictWords(Words words, FaultWords columns) {
        this.words = words;
        this.columns = columns;
    }

    void say(DateConflict conflict, PrintWriter out) {
        out.println(words.text(
                "cli.import.conflict",
                columns.heading(conflict.column()),
                conflict.dates().dayFirst(),
                conflict.dates().monthFirst(),
                conflict.dates().both()));
        FileProfile.Cells cells = conflict.dates().cells();
        if (cells != null) {
            String order = cells.dayFirst() ? "day" : "month";
            out.println("  " + words.text("intake.conflict.cells." + order, cells.count()));
        }
        if (conflict.outsiders() > 0) {
            out.println("  " + words.text("cli.import.outsiders", conflict.outsiders(), conflict.field()));
        }
        conflict.checks()
                .forEach(check -> out.println("  "
                        + words.text(
                                "cli.import.check",
                                columns.heading(check.second()),
                                check.settled(),
                                check.neither() + check.silent(),
                                conflict.field())));
        out.println("  " + words.text("cli.import.decide", conflict.field()));
        out.flush();
    }
}
