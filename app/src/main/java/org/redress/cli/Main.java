package org.redress.cli;

import java.util.Locale;
import java.util.ResourceBundle;
import org.redress.platform.text.Words;
import picocli.CommandLine;

/** Where the process begins. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int code = run(arguments);
        if (code != ExitCode.DONE || !StartCommand.serving()) {
            System.exit(code);
        }
    }

    static int run(String... arguments) {
        return line(arguments).execute(arguments);
    }

    /** The commands, speaking the language of these arguments. */
    static CommandLine line(String... arguments) {
        Words words = Words.of(language(arguments));
        CommandLine line = new CommandLine(new RedressCommand());
        line.setResourceBundle(ResourceBundle.getBundle(
                "i18n.messages",
                words.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        line.setExecutionExceptionHandler(new Failures(words));
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    /** The language of {@code --lang}, else of the terminal. Read before anything is parsed: help needs it too. */
    static Locale language(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                return Locale.forLanguageTag(arguments[i].substring("--lang=".length()));
            }
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return Locale.forLanguageTag(arguments[i + 1]);
            }
        }
        return Locale.getDefault();
    }
}
