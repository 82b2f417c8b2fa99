package org.redress.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The product as its user runs it: a process of its own, on a data directory, with a port. */
final class Product implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 600; // the demonstration is loaded on two busy cores

    /** What the machine says otherwise: the options of every test must win over it. */
    private static final Map<String, String> MACHINE = Map.of(
            "REDRESS_DATA", "/dev/null/nowhere",
            "REDRESS_DB_URL", "postgres://nobody:nothing@127.0.0.1:1/nowhere",
            "SERVER_PORT", "1");

    private final Process process;
    private final int port;
    private final String said;

    private Product(Process process, int port, String said) {
        this.process = process;
        this.port = port;
        this.said = said;
    }

    /** Starts the product and comes back when it says that it is ready. */
    static Product start(Path data, String... options) {
        int port = freePort();
        List<String> arguments = new ArrayList<>(List.of("start", "--data", data.toString(), "--port", "" + port));
        arguments.addAll(List.of(options));
        Process process = launch(arguments);
        CompletableFuture<String> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(process, ready));
        try {
            String said = ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!said.contains("Ready: http://localhost:" + port)) {
                throw new AssertionError("the product did not start:\n" + said);
            }
            return new Product(process, port, said);
        } catch (Exception e) {
            process.destroyForcibly();
            throw new AssertionError("the product did not start", e);
        }
    }

    /** Runs one command to its end. */
    static Outcome run(Path data, String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--data", data.toString()));
        Process process = launch(arguments);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder said = new StringBuilder();
            out.lines().forEach(line -> said.append(line).append('\n'));
            return new Outcome(process.waitFor(), said.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A command in progress, to be killed or awaited. */
    static Process launch(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1", // most of these processes end before a better compiler has paid
                "-cp",
                System.getProperty("java.class.path"),
                "org.redress.cli.Main"));
        command.addAll(arguments);
        command.addAll(List.of("--lang", "en"));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(MACHINE);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Process process, CompletableFuture<String> ready) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(line -> {
                said.append(line).append('\n');
                if (line.startsWith("Ready: ")) {
                    ready.complete(said.toString());
                }
            });
        } catch (IOException | UncheckedIOException closed) {
            said.append(closed);
        }
        ready.complete(said.toString());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the administrator of an empty bureau, as printed on its first start. */
    String password() {
        return said.replaceAll("(?s).*password (\\S+) .*", "$1");
    }

    /** Of an account of the demonstration, as printed at the start. */
    String demoPassword(String signIn) {
        return said.replaceAll("(?s).*\\R\\s+" + signIn + "\\s+(\\S+) .*", "$1");
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** As Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the product did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a command said and its exit code. */
    record Outcome(int code, String said) {

        /** The number in a field of the JSON that it ended with. */
        long number(String field) {
            return Long.parseLong(said.replaceAll("(?s).*\"" + field + "\":(\\d+).*", "$1"));
        }

        /** The new password in the JSON that it ended with. */
        String password() {
            return said.replaceAll("(?s).*\"password\":\"([^\"]+)\".*", "$1");
        }
    }
}
