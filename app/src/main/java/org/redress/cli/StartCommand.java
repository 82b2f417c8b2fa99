package org.redress.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.redress.Redress;
import org.redress.demo.DemoAccount;
import org.redress.demo.Demonstration;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.text.Words;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code redress start}: brings up database and pages, and says where they are. */
@Command(name = "start", mixinStandardHelpOptions = true, description = "${bundle:cli.start}")
final class StartCommand implements Callable<Integer> {

    private static volatile boolean serving;

    @Mixin
    private final Where where = new Where();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:SERVER_PORT:-8080}",
            description = "${bundle:cli.start.option.port}")
    private int port;

    @Option(names = "--empty", description = "${bundle:cli.start.option.empty}")
    private boolean empty;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** True while the process must stay for its pages. */
    static boolean serving() {
        return serving;
    }

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>(where.arguments());
        arguments.add("--server.port=" + port);
        Words words = where.words();
        PrintWriter out = spec.commandLine().getOut();
        out.println(words.text("cli.start.starting", where.data().toString()));
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(Redress.class).run(arguments.toArray(String[]::new));
        serving = true;
        prepare(context, words, out);
        out.println(words.text(
                "cli.start.ready",
                "http://localhost:" + context.getEnvironment().getProperty("local.server.port")));
        out.println(words.text("cli.start.stop"));
        out.flush();
        return ExitCode.DONE;
    }

    /** On the first start there is no bureau: the demonstration's, or an empty one with one administrator. */
    private void prepare(ConfigurableApplicationContext context, Words words, PrintWriter out) {
        Demonstration demonstration = context.getBean(Demonstration.class);
        List<Bureau> bureaus = context.getBean(Bureaus.class).list();
        if (bureaus.isEmpty() && empty) {
            DemoAccount administrator = demonstration.foundEmpty(Secrets.password());
            out.println(words.text("cli.start.administrator", administrator.signIn(), administrator.password()));
            return;
        }
        if (bureaus.isEmpty()) {
            out.println(words.text("cli.start.demo"));
            demonstration.found();
        }
        List<DemoAccount> accounts = demonstration.accounts();
        if (!accounts.isEmpty()) {
            out.println(words.text("cli.start.accounts"));
            accounts.forEach(account -> out.printf(
                    "  %-10s %-14s %s, %s%n",
                    account.signIn(), account.password(), account.name(), words.text("post." + account.post())));
        }
    }
}
