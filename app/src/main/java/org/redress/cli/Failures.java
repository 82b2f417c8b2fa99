package org.redress.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.platform.database.BackupRefused;
import org.redress.platform.database.DataDirectoryInUse;
import org.redress.platform.database.DatabaseFailure;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into one sentence and an exit code; a bug keeps its stack trace. */
final class Failures implements IExecutionExceptionHandler {

    /** The operating system's words; the launcher sets no language for them, so the JDK gives them in English. */
    private static final String NO_SPACE = "No space left on device";

    private final Words words;

    Failures(Words words) {
        this.words = words;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<Integer> code = say(cause, line, parsed);
            if (code.isPresent()) {
                return code.get();
            }
        }
        line.getErr().println(words.text("cli.bug"));
        failure.printStackTrace(line.getErr());
        return ExitCode.FAILED;
    }

    private Optional<Integer> say(Throwable cause, CommandLine line, ParseResult parsed) {
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
            case SQLException error -> {
                Optional<DatabaseFailure> known = DatabaseFailure.ofError(error, where(parsed));
                known.ifPresent(
                        failure -> line.getErr().println(words.text("problem." + failure.code(), failure.arguments())));
                yield known.map(failure -> ExitCode.FAILED);
            }
            case IOException error
            when String.valueOf(error.getMessage()).contains(NO_SPACE) -> {
                line.getErr().println(words.text("cli.full", String.valueOf(error.getMessage())));
                yield Optional.of(ExitCode.FAILED);
            }
            case FileSystemException file -> {
                line.getErr().println(said(file));
                yield Optional.of(ExitCode.FAILED);
            }
            case PortInUseException port -> {
                line.getErr().println(words.text("cli.start.port", Integer.toString(port.getPort())));
                yield Optional.of(ExitCode.IN_USE);
            }
            default -> Optional.empty();
        };
    }

    private String said(FileSystemException failure) {
        String file = String.valueOf(failure.getFile());
        return switch (failure) {
            case NoSuchFileException absent -> words.text("problem.file.absent", file);
            case AccessDeniedException denied -> words.text("cli.file.denied", file);
            default -> words.text("cli.file.failed", file, String.valueOf(failure.getReason()));
        };
    }

    /** The data directory that the command worked on, or null where its database is elsewhere. */
    private static @Nullable Path where(ParseResult parsed) {
        return parsed.asCommandLineList().getLast().getCommandSpec().mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(Where.class::isInstance)
                .map(Where.class::cast)
                .filter(Where::embedded)
                .map(Where::data)
                .findFirst()
                .orElse(null);
    }
}
