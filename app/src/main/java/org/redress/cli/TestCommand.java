package org.redress.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code redress test}, so that help names it; the launcher runs the tests itself, as they need the sources. */
@Command(name = "test", mixinStandardHelpOptions = true, description = "${bundle:cli.test}")
final class TestCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("cli.test.launcher"));
    }
}
