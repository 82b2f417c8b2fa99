package org.redress.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** One PostgreSQL cluster on disk and the server that runs on it. The caller holds the directory's lock. */
final class Cluster {

    static final String NAME = "redress";
    static final String SUPERUSER = "postgres";

    private static final int ATTEMPTS = 40;
    private static final long PAUSE_MILLIS = 500;
    private static final long LONG_LOG = 10L << 20;

    private final DataDirectory directory;
    private final Binaries binaries;
    private final Account account;

    Cluster(DataDirectory directory, Binaries binaries, Account account) {
        this.directory = directory;
        this.binaries = binaries;
        this.account = account;
    }

    /** Makes the cluster if there is none. A start that died half-way leaves nothing that counts. */
    void ensure() throws IOException {
        account.own(directory.postgres());
        if (Files.exists(directory.cluster())) {
            String found =
                    Files.readString(directory.cluster().resolve("PG_VERSION")).strip();
            String wanted = binaries.major();
            if (!found.equals(wanted)) {
                throw new DatabaseFailure(
                        "database.version", null, directory.root().toString(), found, wanted);
            }
            return;
        }
        Path fresh = directory.postgres().resolve("cluster.new");
        DataDirectory.remove(fresh);
        String password = makePassword();
        // Code-point order everywhere: indexes do not change with the machine's libraries.
        check(run(
                binaries.tool("initdb"),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + directory.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        String statements = """
                create role %1$s login password '%2$s'
                create database %1$s owner %1$s
                """.formatted(NAME, password);
        check(Command.run(
                directory.postgres(),
                account.command(
                        binaries.tool("postgres"),
                        "--single",
                        "-c",
                        "exit_on_error=on",
                        "-D",
                        fresh.toString(),
                        "template1"),
                statements));
        Path main = fresh.resolve("postgresql.conf");
        Files.writeString(main, Files.readString(main) + "\ninclude_if_exists = '" + Settings.FILE + "'\n");
        Files.move(fresh, directory.cluster());
    }

    /** Stops a server that outlived the process which had started it. */
    void stopOrphan() throws IOException {
        Path pidFile = directory.cluster().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (postmaster().isPresent()) {
            stop();
        } else {
            // The number may belong to another program by now, and the server would take that for itself and refuse.
            // A server process that truly lives on still holds the shared memory, which the server looks at as well.
            Files.deleteIfExists(pidFile);
        }
    }

    /** Starts the server, waits until it answers (however long its recovery takes) and tells its port. */
    int start() throws IOException {
        Path settings = directory.cluster().resolve(Settings.FILE);
        Files.writeString(settings, Settings.forThisMachine());
        account.own(settings);
        rotateLog();
        int port = rememberedPort();
        for (int attempt = 1; ; attempt++) {
            long logged = Files.exists(directory.log()) ? Files.size(directory.log()) : 0;
            Command.Result result = run(
                    binaries.tool("pg_ctl"),
                    "start",
                    "--wait",
                    "--timeout=3600",
                    "--silent",
                    "--pgdata=" + directory.cluster(),
                    "--log=" + directory.log(),
                    "--options=-p " + port);
            if (result.succeeded()) {
                Files.writeString(directory.port(), Integer.toString(port));
                return port;
            }
            String why = result.output() + logSince(logged);
            if (attempt < ATTEMPTS && why.contains("could not bind")) {
                port = freePort();
            } else if (attempt < ATTEMPTS && why.contains("shared memory block")) {
                pause(PAUSE_MILLIS); // Children of a killed server are still on their way out.
            } else {
                throw DatabaseFailure.ofText(directory.root(), why, null);
            }
        }
    }

    void stop() {
        String[] fast = {
            binaries.tool("pg_ctl"),
            "stop",
            "--wait",
            "--timeout=120",
            "--silent",
            "--mode=fast",
            "--pgdata=" + directory.cluster()
        };
        if (!run(fast).succeeded() && postmaster().isPresent()) {
            fast[5] = "--mode=immediate";
            check(run(fast));
        }
    }

    /** The server process of this very cluster, if one is alive. */
    Optional<ProcessHandle> postmaster() {
        try (var lines = Files.lines(directory.cluster().resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive)
                    .filter(this::worksHere);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw DatabaseFailure.ofFile(directory.cluster(), e);
        }
    }

    private boolean worksHere(ProcessHandle process) {
        Path link = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (!Files.exists(Path.of("/proc/self"))) {
            String command = process.info().commandLine().orElse("");
            return command.contains(directory.cluster().toString());
        }
        Command.Result seen = Command.run(Path.of("/"), List.of("readlink", link.toString()));
        if (!seen.succeeded()) {
            seen = Command.run(Path.of("/"), account.command("readlink", link.toString()));
        }
        try {
            return seen.succeeded()
                    && Path.of(seen.output().strip()).equals(directory.cluster().toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private String makePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.deleteIfExists(directory.password());
        Files.createFile(
                directory.password(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(directory.password(), password + "\n");
        account.own(directory.password());
        return password;
    }

    private int rememberedPort() throws IOException {
        try {
            return Integer.parseInt(Files.readString(directory.port()).strip());
        } catch (NoSuchFileException | NumberFormatException none) {
            return freePort();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(directory.log()) && Files.size(directory.log()) > LONG_LOG) {
            Path old = directory.log().resolveSibling("server.log.1");
            Files.deleteIfExists(old);
            Files.move(directory.log(), old);
        }
    }

    private String logSince(long position) throws IOException {
        if (!Files.exists(directory.log())) {
            return "";
        }
        byte[] all = Files.readAllBytes(directory.log());
        int from = (int) Math.min(position, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was starting", e);
        }
    }

    private Command.Result run(String... words) {
        return Command.run(directory.postgres(), account.command(words));
    }

    private void check(Command.Result result) {
        if (!result.succeeded()) {
            throw DatabaseFailure.ofText(directory.root(), result.output(), null);
        }
    }
}
