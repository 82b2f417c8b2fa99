package org.redress.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code redress}: the parent of all commands. */
@Command(
        name = "redress",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Version.class,
        description = "${bundle:cli.redress}",
        footer = {"", "${bundle:cli.exit}"},
        subcommands = {
            StartCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            BackupCommand.Write.class,
            BackupCommand.Restore.class,
            BenchCommand.class,
            UserCommand.class,
            TestCommand.class,
            VersionCommand.class,
            HelpCommand.class
        })
final class RedressCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("cli.nocommand"));
    }
}
