package org.redress.improve.insight.robust;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Procedure;
import org.redress.desk.procedure.Stage;
import org.redress.desk.procedure.StageFigures;
import org.redress.desk.procedure.StageRecord;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;

/**
 * How robust a version of a procedure is, place by place.
 *
 * @param units names of the departments in the reader's language
 * @param complaints received of the type for which the procedure is; null where it is for any type of another kind
 * @param behind where those complaints stand, or null
 * @param until up to when work that is over is counted; null where it never was yet
 * @param manage whether the reader may publish a version
 */
public record RobustPage(
        Procedure procedure,
        List<Row> rows,
        Map<UnitId, String> units,
        @Nullable Long complaints,
        @Nullable String behind,
        int days,
        int least,
        @Nullable Instant until,
        ZoneId zone,
        boolean manage) {

    /** One place. */
    public record Row(Stage stage, StageFigures figures, Share within) {}

    public String unit(Stage stage) {
        return Optional.ofNullable(units.get(stage.task().unit())).orElse("");
    }

    /** Where the tickets behind a figure stand. */
    public String list(Row row, StageRecord.Behind what) {
        return address() + "/" + row.stage().place() + "/" + what.slug() + "?version=" + procedure.number();
    }

    public String address() {
        return address(procedure.id().value());
    }

    static String address(UUID procedure) {
        return "/robust/" + procedure;
    }

    /** A share in words, with its interval; or that there are too few. */
    public static String says(Share within, int least, Words words) {
        return within.of() < least
                ? words.text("robust.few", within.hits(), within.of())
                : words.text(
                        "robust.share",
                        words.percent(within.value()),
                        words.percent(within.low()),
                        words.percent(within.high()),
                        within.hits(),
                        within.of());
    }
}
