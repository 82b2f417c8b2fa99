package org.redress.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;
import picocli.CommandLine.Option;

/** The options that say which database a command works on, and in which language it speaks. */
final class Where {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:REDRESS_DATA:-data}",
            description = "${bundle:cli.option.data}")
    private Path data = Path.of("data");

    @Option(names = "--db", paramLabel = "URL", description = "${bundle:cli.option.db}")
    private @Nullable String db;

    @Option(names = "--lang", paramLabel = "TAG", description = "${bundle:cli.option.lang}")
    private @Nullable String lang;

    Words words() {
        return Words.of(lang == null ? Main.language() : java.util.Locale.forLanguageTag(lang));
    }

    Path data() {
        return data.toAbsolutePath().normalize();
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("redress.data", data().toString());
        if (db != null) {
            properties.put("redress.db", db);
        }
        return properties;
    }
}
