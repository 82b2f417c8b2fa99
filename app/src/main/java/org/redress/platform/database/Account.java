package org.redress.platform.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom the server runs. PostgreSQL refuses to run as root, so root lends it another account; where no other account can
 * reach the folder, a user namespace in which root is nobody.
 *
 * @param prefix what stands before each command
 * @param user owner of what the server owns, -1 for ourselves
 * @param group likewise
 */
record Account(List<String> prefix, int user, int group) {

    private static final Account OURSELVES = new Account(List.of(), -1, -1);
    private static final Account NAMESPACE = new Account(List.of("unshare", "--user", "--"), -1, -1);

    static Account choose(DataDirectory directory) {
        return choose(directory, new UnixSystem().getUid() == 0);
    }

    static Account choose(DataDirectory directory, boolean root) {
        if (!root) {
            return OURSELVES;
        }
        return candidates(directory)
                .filter(account -> account.works(directory))
                .findFirst()
                .orElseThrow(() -> new DatabaseFailure(
                        "database.root", null, directory.root().toString()));
    }

    /** Once there is a cluster, its owner is the only choice. */
    private static Stream<Account> candidates(DataDirectory directory) {
        if (Files.exists(directory.cluster())) {
            try {
                int user = (int) Files.getAttribute(directory.cluster(), "unix:uid");
                int group = (int) Files.getAttribute(directory.cluster(), "unix:gid");
                return Stream.of(user == 0 ? NAMESPACE : lent(user, group));
            } catch (IOException e) {
                throw DatabaseFailure.ofFile(directory.cluster(), e);
            }
        }
        return Stream.concat(
                Stream.of("postgres", "nobody").flatMap(name -> named(name).stream()), Stream.of(NAMESPACE));
    }

    private static Account lent(int user, int group) {
        List<String> prefix =
                List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--no-new-privs", "--");
        return new Account(prefix, user, group);
    }

    private static Optional<Account> named(String name) {
        Command.Result user = Command.run(Path.of("/"), List.of("id", "-u", name));
        Command.Result group = Command.run(Path.of("/"), List.of("id", "-g", name));
        return user.succeeded() && group.succeeded()
                ? Optional.of(lent(
                        Integer.parseInt(user.output().strip()),
                        Integer.parseInt(group.output().strip())))
                : Optional.empty();
    }

    private boolean works(DataDirectory directory) {
        return Command.run(
                        Path.of("/"), command("test", "-x", directory.postgres().toString()))
                .succeeded();
    }

    List<String> command(String... words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return all;
    }

    /** Gives a file or a folder, not what is in it, to the server. */
    void own(Path path) throws IOException {
        if (user >= 0) {
            Files.setAttribute(path, "unix:uid", user);
            Files.setAttribute(path, "unix:gid", group);
        }
    }
}
