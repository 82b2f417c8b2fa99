package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher: without a JDK, by an empty folder over the machine's own, and with one from the start to Ctrl-C. */
class LauncherE2E {

    private static final int ENDED_BY_CTRL_C = 130;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path JDKS = Path.of("/usr/lib/jvm");
    private static final String WITHOUT_JDKS =
            "mount --bind \"$0\" " + JDKS + " && exec env -i PATH=/usr/bin:/bin HOME=\"$0\" \"$@\"";

    @TempDir
    Path empty;

    private record Said(int code, String words) {}

    @ParameterizedTest
    @ValueSource(strings = {"start", "test", "version"})
    void without_a_jdk_one_sentence_says_how_to_get_one(String command) throws Exception {
        assumeTrue(
                Files.isDirectory(JDKS) && run("unshare", "-rm", "true").code() == 0, "no folder can be hidden here");
        Path launcher = Path.of("..", "redress").toRealPath();
        Said said = run("unshare", "-rm", "sh", "-c", WITHOUT_JDKS, empty.toString(), launcher.toString(), command);
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.words().lines())
                .singleElement()
                .asString()
                .contains("JDK 25", "https://adoptium.net", "apt-get install", "JAVA_HOME");
    }

    @Test
    void a_start_is_ready_answers_and_leaves_nothing_running_after_ctrl_c_not_even_the_training_of_its_cache()
            throws Exception {
        assumeTrue(
                run("setsid", "env", "--default-signal=INT", "true").code() == 0,
                "no signal can be sent as a terminal does");
        try (Launched product = Launched.start(empty)) {
            assertThat(product.asks("/sign-in")).isEqualTo(200);
            assertThat(product.built()).as("what is built already is not built").isFalse();
            product.awaitTraining();
            assertThat(product.interrupt()).isEqualTo(ENDED_BY_CTRL_C);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(product.processes()).isEmpty());
            assertThat(product.training())
                    .as("the next start begins the training anew")
                    .isEmpty();
        }
    }

    private static Said run(String... words) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(List.of(words)))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), said);
        } catch (IOException absent) {
            return new Said(-1, absent.toString());
        }
    }
}
