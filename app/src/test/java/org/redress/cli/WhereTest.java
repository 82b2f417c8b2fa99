package org.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import picocli.CommandLine;

class WhereTest {

    private static final Map<String, Object> MACHINE = Map.of(
            "REDRESS_DATA", "/elsewhere",
            "REDRESS_DB", "postgres://elsewhere/a",
            "REDRESS_DB_URL", "postgres://elsewhere/b");

    static final class Nothing {}

    /** What the application reads when a command with these options runs on a machine that says otherwise. */
    private static Map<String, String> read(String... options) {
        Where where = new Where();
        new CommandLine(where).parseArgs(options);
        StandardEnvironment environment = new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                sources.addLast(new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, MACHINE));
            }
        };
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .environment(environment)
                .run(where.arguments().toArray(String[]::new))) {
            return Map.of(
                    "data", context.getEnvironment().getRequiredProperty("redress.data"),
                    "db", context.getEnvironment().getRequiredProperty("redress.db"));
        }
    }

    @Test
    void an_option_wins_over_the_environment() {
        assertThat(read("--data", "/here")).containsEntry("data", "/here");
        assertThat(read("--db", "postgres://here/c")).containsEntry("db", "postgres://here/c");
    }

    @Test
    void who_names_a_data_directory_means_the_database_in_it() {
        assertThat(read("--data", "/here")).containsEntry("db", "");
        assertThat(read("--data", "/here", "--db", "postgres://here/c")).containsEntry("db", "postgres://here/c");
    }

    @Test
    void without_an_option_the_environment_says_where() {
        assertThat(read()).containsEntry("db", "postgres://elsewhere/a");
        assertThat(Where.at(Path.of("/here")).data()).isEqualTo(Path.of("/here"));
    }
}
