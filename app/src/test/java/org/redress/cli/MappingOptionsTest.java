package org.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.Ledger;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Mapping.Choice;
import org.redress.ground.intake.Mapping.DateDecision;
import org.redress.ground.intake.Mapping.Use;
import org.redress.ground.intake.StoredFile;
import org.redress.platform.web.Problem;

class MappingOptionsTest {

    @TempDir
    Path folder;

    private MappingOptions options;

    /** Columns A to C; nothing is mapped yet. */
    @BeforeEach
    void receive() throws IOException {
        options = options("No,Opened,Complaint");
    }

    private MappingOptions options(String heading) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), heading + "\n1,2026-10-03,No service\n");
        return new MappingOptions(
                Ledger.FIELDS,
                new StoredFile(
                        new FileId(new UUID(0, 1)),
                        "a.csv",
                        Files.size(file),
                        Instant.EPOCH,
                        "lin",
                        "ledger",
                        "a",
                        null,
                        Ledger.profile(file),
                        new Mapping(List.of(Use.NONE, Use.NONE, Use.NONE), Map.of(), Map.of()),
                        1,
                        null));
    }

    @Test
    void a_column_is_named_by_its_heading_or_its_letter() {
        Mapping mapping = options.apply(Map.of("text", "Complaint", "received", "b"), Map.of("received", "by:A"));

        assertThat(mapping.uses()).containsExactly(Use.NONE, Use.field("received"), Use.field("text"));
        assertThat(mapping.decision("received")).isEqualTo(new DateDecision(Choice.BY_COLUMN, 0));
        assertThat(options.apply(Map.of("text", "-"), Map.of()).uses()).containsOnly(Use.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Description",
                "by:Complaint",
                "Complaints received by telephone",
                "D",
                "ZZZZZZZZZZZZ",
                "C1",
                "投诉",
                ""
            })
    void a_column_that_is_not_there_is_named_in_one_sentence(String column) {
        for (Runnable wrong : List.<Runnable>of(
                () -> options.apply(Map.of("text", column), Map.of()),
                () -> options.apply(Map.of(), Map.of("received", "by:" + column)))) {
            assertThatExceptionOfType(Problem.class).isThrownBy(wrong::run).satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("cli.column");
                assertThat(problem.arguments()).containsExactly(column);
            });
        }
    }

    @Test
    void of_two_columns_with_one_heading_none_is_taken_in_silence() throws IOException {
        MappingOptions twins = options("Complaint,Opened,Complaint");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> twins.apply(Map.of("text", "Complaint"), Map.of()))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("cli.column.twice");
                    assertThat(problem.arguments()).containsExactly("Complaint", "A, C", "A");
                });
        assertThat(twins.apply(Map.of("text", "C"), Map.of()).uses())
                .containsExactly(Use.NONE, Use.NONE, Use.field("text"));
    }

    @Test
    void a_field_or_a_way_that_is_not_there_is_named_too() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> options.apply(Map.of("txt", "C"), Map.of()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("cli.field"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> options.apply(Map.of(), Map.of("received", "swapped")))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("cli.dates"));
    }
}
