package org.redress.cli;

import java.util.Optional;
import org.redress.platform.database.BackupRefused;
import org.redress.platform.database.DataDirectoryInUse;
import org.redress.platform.database.DatabaseFailure;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into one sentence and an exit code; a bug keeps its stack trace. */
final class Failures implements IExecutionExceptionHandler {

    private final Words words;

    Failures(Words words) {
        this.words = words;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<Integer> code = say(cause, line);
            if (code.isPresent()) {
                return code.get();
            }
        }
        line.getErr().println(words.text("cli.bug"));
        failure.printStackTrace(line.getErr());
        return ExitCode.FAILED;
    }

    private Optional<Integer> say(Throwable cause, CommandLine line) {
        return switch (cause) {
            case Problem problem -> {
                line.getErr().println(words.text("problem." + problem.code(), problem.arguments()));
                yield Optional.of(ExitCode.REFUSED);
            }
            case DataDirectoryInUse inUse -> {
                line.getErr().println(words.text("problem." + inUse.code(), inUse.arguments()));
                yield Optional.of(ExitCode.IN_USE);
            }
            case BackupRefused refused -> {
                line.getErr().println(words.text("problem." + refused.code(), refused.arguments()));
                yield Optional.of(ExitCode.REFUSED);
            }
            case DatabaseFailure failure -> {
                line.getErr().println(words.text("problem." + failure.code(), failure.arguments()));
                yield Optional.of(ExitCode.FAILED);
            }
            case PortInUseException port -> {
                line.getErr().println(words.text("cli.start.port", Integer.toString(port.getPort())));
                yield Optional.of(ExitCode.IN_USE);
            }
            default -> Optional.empty();
        };
    }
}
