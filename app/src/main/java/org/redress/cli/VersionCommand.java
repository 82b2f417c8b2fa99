package org.redress.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code redress version}. */
@Command(name = "version", mixinStandardHelpOptions = true, description = "${bundle:cli.version}")
final class VersionCommand implements Callable<Integer> {

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String java = System.getProperty("java.version");
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? "{\"redress\":\"" + Version.number() + "\",\"java\":\"" + java + "\"}"
                                : "Redress " + Version.number() + " (Java " + java + ")");
        return ExitCode.DONE;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            return new String[] {"Redress " + number()};
        }

        static String number() throws IOException {
            Properties build = new Properties();
            try (InputStream in = Objects.requireNonNull(
                    VersionCommand.class.getResourceAsStream("/META-INF/build-info.properties"))) {
                build.load(in);
            }
            return build.getProperty("build.version");
        }
    }
}
