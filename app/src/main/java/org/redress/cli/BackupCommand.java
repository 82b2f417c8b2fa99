package org.redress.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.redress.platform.database.Backup;
import org.redress.platform.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code redress backup FILE} and {@code redress restore FILE}: everything in one checked file, and back. */
abstract class BackupCommand implements Callable<Integer> {

    @Mixin
    private final Where where = new Where();

    @Parameters(index = "0", paramLabel = "FILE", description = "${bundle:cli.backup.file}")
    private Path file = Path.of("");

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final String done;

    BackupCommand(String done) {
        this.done = done;
    }

    abstract Backup.Summary work(DataSource database, Path path, Backup.Progress progress);

    @Override
    public Integer call() {
        Words words = where.words();
        ProgressLine line = new ProgressLine(spec.commandLine().getErr());
        try (Product product = Product.open(where)) {
            Backup.Summary summary = work(
                    product.get(DataSource.class),
                    file,
                    (rows, total) -> line.show(words, "cli.backup.progress", rows, total));
            line.end();
            String said = json
                    ? "{\"tables\":%d,\"rows\":%d}".formatted(summary.tables(), summary.rows())
                    : words.text(done, summary.rows(), summary.tables(), file.toString());
            spec.commandLine().getOut().println(said);
        }
        return ExitCode.DONE;
    }

    @Command(name = "backup", mixinStandardHelpOptions = true, description = "${bundle:cli.backup}")
    static final class Write extends BackupCommand {

        Write() {
            super("cli.backup.done");
        }

        @Override
        Backup.Summary work(DataSource database, Path path, Backup.Progress progress) {
            return Backup.write(database, path, progress);
        }
    }

    @Command(name = "restore", mixinStandardHelpOptions = true, description = "${bundle:cli.restore}")
    static final class Restore extends BackupCommand {

        Restore() {
            super("cli.restore.done");
        }

        @Override
        Backup.Summary work(DataSource database, Path path, Backup.Progress progress) {
            return Backup.restore(database, path, progress);
        }
    }
}
