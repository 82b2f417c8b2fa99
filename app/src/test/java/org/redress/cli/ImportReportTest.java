package org.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FileId;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Run;
import org.redress.ground.intake.RunId;
import org.redress.platform.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportReportTest {

    private static Run run(Run.State state, long done, @Nullable String failure) {
        return new Run(
                new RunId(new UUID(0, 2)),
                new FileId(new UUID(0, 1)),
                "a.csv",
                "complaints",
                "crm",
                Run.Kind.WRITE,
                state,
                new Mapping(List.of(), Map.of(), Map.of()),
                700,
                done,
                done,
                0,
                0,
                0,
                Instant.EPOCH,
                "lin",
                Instant.EPOCH,
                0,
                failure);
    }

    @Test
    void a_run_that_failed_is_not_said_to_be_complete() {
        Run failed = run(Run.State.FAILED, 500, "unreadable");
        Words words = Words.of(Words.ENGLISH);

        assertThat(FaultWords.ended(words, failed)).isEqualTo("The file could not be read");
        assertThat(new ImportReport(failed, 1, null).sum(words))
                .isEqualTo("500 of 700 rows in = 500 created + 0 updated + 0 unchanged + 0 sent back (source “crm”)");
        assertThat(new ImportReport(failed, 1, null).sum(Words.of(Words.CHINESE)))
                .startsWith("只读入500/700行 = 新建500");
        assertThat(FaultWords.ended(words, run(Run.State.FAILED, 500, "row.odd")))
                .contains("row.odd");
        assertThat(new ImportReport(run(Run.State.DONE, 700, null), 1, null).sum(words))
                .startsWith("700 rows in = ");
    }

    @Test
    void a_program_reads_total_state_and_failure() {
        JsonNode said = JsonMapper.shared()
                .readTree(new ImportReport(run(Run.State.FAILED, 500, "unreadable"), 1, null).json());

        assertThat(said.get("state").asString()).isEqualTo("failed");
        assertThat(said.get("failure").asString()).isEqualTo("unreadable");
        assertThat(said.get("total").asLong()).isEqualTo(700);
        assertThat(said.get("rows").asLong()).isEqualTo(500);
    }
}
