package org.redress.cli;

import java.io.PrintWriter;
import java.util.List;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.StoredFile;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;

/** Says which row is taken for the heading and which field each column feeds, before anything is written. */
final class HeadingWords {

    private static final String NONE = "none";
    private static final int MOST = 20;

    private final Words words;
    private final StoredFile file;
    private final FaultWords columns;

    HeadingWords(Words words, StoredFile file, FaultWords columns) {
        this.words = words;
        this.file = file;
        this.columns = columns;
    }

    /** How many filled rows stand above the data by {@code --heading}. */
    static int rows(String said) {
        if (said.equals(NONE)) {
            return 0;
        }
        int rows = said.matches("\\d{1,2}") ? Integer.parseInt(said) : 0;
        if (rows == 0 || rows > MOST) {
            throw Problem.invalid("cli.heading", null, said, MOST);
        }
        return rows;
    }

    void say(PrintWriter out) {
        int header = file.profile().layout().header();
        out.println(header == 0 ? words.text("intake.heading.none") : words.text("intake.heading.row", header));
        List<FileProfile.Column> all = file.profile().columns();
        for (int i = 0; i < all.size(); i++) {
            out.println("  "
                    + words.text(
                            "cli.import.column",
                            FaultWords.letters(i),
                            columns.heading(i),
                            means(file.mapping().uses().get(i))));
        }
        out.flush();
    }

    private String means(Mapping.Use use) {
        String field = use.field();
        if (field == null) {
            return words.text("intake.use.none");
        }
        String label = columns.label(field) + " (" + field + ")";
        return switch (use.role()) {
            case IGNORE, FIELD -> label;
            case TIME_OF -> words.text("intake.use.time", label);
            case CHECK_OF -> words.text("intake.use.check", label);
        };
    }

    /** Says how to settle what is not certain. */
    void doubt(PrintWriter out) {
        int header = file.profile().layout().header();
        out.println(words.text("cli.import.heading", header == 0 ? NONE : Integer.toString(header)));
        out.flush();
    }
}
