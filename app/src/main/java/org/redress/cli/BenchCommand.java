package org.redress.cli;

import picocli.CommandLine.Command;

/** {@code redress bench}: what this machine can do, beside bare PostgreSQL in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "${bundle:cli.bench}",
        subcommands = {
            BenchImportCommand.class,
            BenchClocksCommand.class,
            BenchSuggestCommand.class,
            BenchCasesCommand.class,
            BenchLedgerCommand.class,
            BenchEffectCommand.class
        })
final class BenchCommand {

    private BenchCommand() {}
}
