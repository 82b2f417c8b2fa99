package org.redress.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketExport;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code redress export tickets FILE}: a view of the desk as a file. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "${bundle:cli.export}")
final class ExportCommand implements Callable<Integer> {

    private static final String TICKETS = "tickets";

    @Mixin
    private final Where where = new Where();

    @Parameters(index = "0", paramLabel = "WHAT", description = "${bundle:cli.export.what}")
    private String what = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "${bundle:cli.export.file}")
    private Path file = Path.of("");

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            defaultValue = "open",
            description = "${bundle:cli.export.option.view}")
    private String view = "open";

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!what.equals(TICKETS)) {
            throw Problem.invalid("cli.export.what", null, what, TICKETS);
        }
        TicketView wanted = TicketView.ofSlug(view).orElseThrow(() -> Problem.invalid("cli.view", null, view, views()));
        Sheet.Format format = format();
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw Problem.invalid("file.unwritable", null, file.toString());
        }
        try (Product product = Product.open(where)) {
            Words words = where.words();
            Actor actor = product.actor().speaking(words.locale());
            TicketExport.Written written = write(product, actor, wanted, format, words);
            String said = json
                    ? JsonMapper.shared()
                            .writeValueAsString(Map.of(
                                    "file", file.toString(),
                                    "tickets", written.tickets(),
                                    "neutralised", written.neutralised()))
                    : words.text("cli.export.done", written.tickets(), file.toString(), written.neutralised());
            spec.commandLine().getOut().println(said);
        }
        return ExitCode.DONE;
    }

    /** Into a file beside it first: what stands under the name is always whole. */
    private TicketExport.Written write(
            Product product, Actor actor, TicketView wanted, Sheet.Format format, Words words) throws IOException {
        Path part = Path.of(file + ".part");
        try {
            TicketExport.Written written = write(product, actor, wanted, format, part, words);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private TicketExport.Written write(
            Product product, Actor actor, TicketView wanted, Sheet.Format format, Path part, Words words)
            throws IOException {
        ProgressLine line = new ProgressLine(spec.commandLine().getErr());
        long total = product.get(TicketBoard.class).count(actor, wanted, TicketFilter.NONE);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            return product.get(TicketExport.class)
                    .write(
                            actor,
                            wanted,
                            TicketFilter.NONE,
                            format,
                            out,
                            tickets -> line.show(words, "cli.export.progress", tickets, total));
        } finally {
            line.end();
        }
    }

    private Sheet.Format format() {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(Sheet.Format.values())
                .filter(format -> name.endsWith("." + format.extension()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("cli.export.format", null, file.toString()));
    }

    private static String views() {
        return String.join(
                ", ", Arrays.stream(TicketView.values()).map(TicketView::slug).toList());
    }
}
