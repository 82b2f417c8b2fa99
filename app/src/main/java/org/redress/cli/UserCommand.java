package org.redress.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Unit;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code redress user}: who may sign in. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "${bundle:cli.user}",
        subcommands = {
            UserCommand.ListStaff.class,
            UserCommand.Add.class,
            UserCommand.Password.class,
            UserCommand.Disable.class,
            UserCommand.Enable.class
        })
final class UserCommand {

    private UserCommand() {}

    /** What the commands about staff share. */
    abstract static class OnStaff implements Callable<Integer> {

        @Mixin
        final Where where = new Where();

        @Spec(Spec.Target.SELF)
        @SuppressWarnings("NullAway.Init") // set by picocli
        CommandSpec spec;

        @Override
        public Integer call() {
            try (Product product = Product.open(where)) {
                run(product, product.actor(), spec.commandLine().getOut(), where.words());
            }
            return ExitCode.DONE;
        }

        abstract void run(Product product, Actor actor, PrintWriter out, Words words);
    }

    /** What the commands share that print a new password, once. */
    abstract static class WithPassword extends OnStaff {

        @Parameters(index = "0", paramLabel = "SIGN-IN", description = "${bundle:cli.user.signin}")
        String signIn = "";

        @Option(names = "--json", description = "${bundle:cli.option.json}", scope = ScopeType.LOCAL)
        private boolean json;

        void say(PrintWriter out, Words words, String key, String password) {
            out.println(
                    json
                            ? JsonMapper.shared().writeValueAsString(Map.of("signIn", signIn, "password", password))
                            : words.text(key, signIn, password));
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "${bundle:cli.user.list}")
    static final class ListStaff extends OnStaff {

        @Option(names = "--json", description = "${bundle:cli.option.json}", scope = ScopeType.LOCAL)
        private boolean json;

        @Override
        void run(Product product, Actor actor, PrintWriter out, Words words) {
            List<StaffMember> members = product.get(Staff.class).list(actor);
            if (json) {
                out.println(JsonMapper.shared()
                        .writeValueAsString(members.stream()
                                .map(m -> Map.of(
                                        "signIn",
                                        m.signIn(),
                                        "name",
                                        m.name(),
                                        "number",
                                        m.number(),
                                        "unit",
                                        m.unitName(),
                                        "post",
                                        m.post(),
                                        "active",
                                        m.active()))
                                .toList()));
                return;
            }
            members.forEach(m -> out.printf(
                    "%-14s %-8s %-16s %-20s %s%s%n",
                    m.signIn(),
                    m.number(),
                    m.name(),
                    m.unitName(),
                    words.text("post." + m.post()),
                    m.active() ? "" : " (" + words.text("cli.user.disabled") + ")"));
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "${bundle:cli.user.add}")
    static final class Add extends WithPassword {

        @Option(names = "--name", required = true, description = "${bundle:cli.user.option.name}")
        private String name = "";

        @Option(names = "--number", required = true, description = "${bundle:cli.user.option.number}")
        private String number = "";

        @Option(names = "--post", required = true, description = "${bundle:cli.user.option.post}")
        private String post = "";

        @Option(names = "--unit", description = "${bundle:cli.user.option.unit}")
        private @Nullable String unit;

        @Override
        void run(Product product, Actor actor, PrintWriter out, Words words) {
            if (!Posts.CHOICES.contains(post)) {
                throw Problem.invalid("staff.post", "post", post, String.join(", ", Posts.CHOICES));
            }
            Unit home = unit(product, actor);
            String password = Secrets.password();
            product.get(Staff.class).add(actor, signIn, password, name, number, home.id(), post);
            say(out, words, "cli.user.added", password);
        }

        private Unit unit(Product product, Actor actor) {
            List<Unit> units = product.get(Bureaus.class).units(actor.bureau());
            return units.stream()
                    .filter(u -> unit == null || u.code().equals(unit))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid(
                            "staff.unit",
                            "unit",
                            String.valueOf(unit),
                            String.join(", ", units.stream().map(Unit::code).toList())));
        }
    }

    @Command(name = "password", mixinStandardHelpOptions = true, description = "${bundle:cli.user.password}")
    static final class Password extends WithPassword {

        @Override
        void run(Product product, Actor actor, PrintWriter out, Words words) {
            String password = Secrets.password();
            product.get(Staff.class).changePassword(actor, signIn, password);
            say(out, words, "cli.user.changed", password);
        }
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "${bundle:cli.user.disable}")
    static final class Disable extends OnStaff {

        @Parameters(index = "0", paramLabel = "SIGN-IN", description = "${bundle:cli.user.signin}")
        private String signIn = "";

        @Override
        void run(Product product, Actor actor, PrintWriter out, Words words) {
            product.get(Staff.class).setActive(actor, signIn, false);
            out.println(words.text("cli.user.off", signIn));
        }
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "${bundle:cli.user.enable}")
    static final class Enable extends OnStaff {

        @Parameters(index = "0", paramLabel = "SIGN-IN", description = "${bundle:cli.user.signin}")
        private String signIn = "";

        @Override
        void run(Product product, Actor actor, PrintWriter out, Words words) {
            product.get(Staff.class).setActive(actor, signIn, true);
            out.println(words.text("cli.user.on", signIn));
        }
    }
}
