package org.redress.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A start by the launcher itself, from a copy of it beside the built product, in a process group of its own as a terminal gives it. */
final class Launched implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern READY = Pattern.compile("(?m)^Ready: (http://localhost:\\d+)");

    private final Path home;
    private final Path said;
    private final Process process;

    private Launched(Path home, Path said, Process process) {
        this.home = home;
        this.said = said;
        this.process = process;
    }

    /** Starts an empty bureau in a folder, which holds everything that this start leaves behind. */
    static Launched start(Path folder) throws IOException {
        Path repository = Path.of("..").toRealPath();
        Path target = Files.createDirectories(folder.resolve("app/target"));
        Files.copy(repository.resolve("redress"), folder.resolve("redress"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(target.resolve("redress-exec.jar"), repository.resolve("app/target/redress-exec.jar"));
        Files.createFile(target.resolve(".built"));
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(
                        "setsid",
                        "env",
                        "--default-signal=INT", // who runs the tests in the background has it ignored
                        folder.resolve("redress").toString(),
                        "start",
                        "--empty",
                        "--lang",
                        "en",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment()
                .put("TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(name -> name.startsWith("REDRESS_"));
        return new Launched(folder, said, builder.start());
    }

    /** The address that it says once it is ready. */
    String address() {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            Matcher ready = READY.matcher(words());
                            if (!ready.find() && !process.isAlive()) {
                                throw new AssertionError("the product did not start:\n" + words());
                            }
                            return ready.reset().find() ? ready.group(1) : "";
                        },
                        address -> !address.isEmpty());
    }

    /** The status that a page answers with. */
    int asks(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address() + path)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** Waits until the training of the cache has its own database. */
    void awaitTraining() {
        await().atMost(PATIENCE)
                .until(() -> processes().stream()
                        .anyMatch(command -> command.contains("postgres") && command.contains("/tmp/tmp.")));
    }

    /** What a terminal sends to everything in it; says the exit code. */
    int interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it does not hear Ctrl-C:\n" + words());
        }
        return process.exitValue();
    }

    /** Command lines of whatever runs of it. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .flatMap(one -> one.info().commandLine().stream())
                .filter(command -> command.contains(home.toString()))
                .toList();
    }

    /** Everything that it has said. */
    String words() {
        try {
            return Files.readString(said, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of the training of the cache, finished or not. */
    List<Path> training() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("app/target/run"), 2)) {
            return files.filter(file -> file.getFileName().toString().contains(".aot"))
                    .toList();
        }
    }

    boolean built() {
        return Files.exists(home.resolve("app/target/build.log"));
    }

    @Override
    public void close() {
        ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains(home.toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
