package org.redress.desk.appeal.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.desk.appeal.AppealReach;
import org.redress.desk.appeal.chain.Condition;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** The statutory report on appeals and dispatches, of what the reader may see. */
@Component
public class AppealReports {

    private final ReportRows rows;

    AppealReports(ReportRows rows) {
        this.rows = rows;
    }

    public AppealReport of(Actor actor, Period period) {
        AppealReach reach = AppealReach.of(actor, Action.READ);
        Map<Figure, Long> counts = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            counts.put(figure, rows.count(actor, reach, period, figure));
        }
        return new AppealReport(period, counts, rows.refused(actor, reach, period));
    }

    /** The things that a number stands for, after the last one seen. */
    public List<Counted> list(Actor actor, Behind behind, Instant at, UUID id, int limit) {
        return rows.list(actor, AppealReach.of(actor, Action.READ), behind, at, id, limit);
    }

    /** The report as a table: figures with their number, rates with number, divisor and share. */
    void write(Actor actor, Words words, Period period, Sheet.Format format, OutputStream out) throws IOException {
        actor.require(Action.EXPORT, AppealReach.KIND);
        AppealReport report = of(actor, period);
        try (Sheet sheet = Sheet.of(format, out, words.text("appeal.report.title"))) {
            sheet.heading(List.of(
                    words.text("appeal.report.figure"),
                    words.text("appeal.report.count"),
                    words.text("appeal.report.divisor"),
                    words.text("appeal.report.share"),
                    words.text("appeal.report.formula")));
            for (Figure figure : AppealReport.SHOWN) {
                sheet.row(List.of(words.text("appeal.figure." + figure), report.count(figure), "", "", ""));
            }
            Arrays.stream(Condition.values())
                    .filter(report.refused()::containsKey)
                    .forEach(condition -> sheet.row(List.of(
                            words.text("appeal.report.refused", words.text("appeal.failed." + condition)),
                            report.refusedFor(condition),
                            "",
                            "",
                            "")));
            for (Rate rate : report.rates()) {
                sheet.row(List.of(
                        words.text("appeal.source." + rate.source()) + " " + rate.name(words),
                        report.count(rate.part()),
                        report.count(rate.all()),
                        rate.value(report, words),
                        rate.formula(words)));
            }
        }
    }
}
