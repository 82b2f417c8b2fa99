package org.redress.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;
import picocli.CommandLine.Option;

/** The options that say which database a command works on, and in which language it speaks. */
final class Where {

    @Option(names = "--data", paramLabel = "DIR", description = "${bundle:cli.option.data}")
    private @Nullable Path data;

    @Option(names = "--db", paramLabel = "URL", description = "${bundle:cli.option.db}")
    private @Nullable String db;

    @Option(names = "--lang", paramLabel = "TAG", description = "${bundle:cli.option.lang}")
    private @Nullable String lang;

    /** A data directory that no option and no environment names otherwise. */
    static Where at(Path data) {
        Where where = new Where();
        where.data = data;
        return where;
    }

    Words words() {
        return Words.of(lang == null ? Main.language() : java.util.Locale.forLanguageTag(lang));
    }

    Path data() {
        Path named = data == null ? Path.of(System.getenv().getOrDefault("REDRESS_DATA", "data")) : data;
        return named.toAbsolutePath().normalize();
    }

    /** Whether the product's own database in the data directory is meant. */
    boolean embedded() {
        return db == null && (data != null || System.getenv("REDRESS_DB_URL") == null);
    }

    /** As arguments of the application, because nothing that the framework reads is stronger: options win. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--redress.data=" + data()));
        if (db != null) {
            arguments.add("--redress.db=" + db);
        } else if (data != null) {
            arguments.add("--redress.db="); // whoever names a data directory means the database in it
        }
        return arguments;
    }
}
