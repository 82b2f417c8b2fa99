package org.redress.desk.care.station;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.redress.platform.web.SheetFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The reports of a station as a file: a row for each answer, in the wording in which it was asked. */
@Controller
class StationFile {

    private static final int BATCH = 500;
    private static final List<String> COLUMNS = List.of(
            "station",
            "from",
            "until",
            "customer",
            "reported",
            "late",
            "channel",
            "question",
            "answer",
            "bad",
            "words",
            "became");

    private final TrackingStations stations;
    private final StationReports reports;
    private final StationReportLists lists;
    private final StationReportLines lines;
    private final Trail trail;

    StationFile(
            TrackingStations stations,
            StationReports reports,
            StationReportLists lists,
            StationReportLines lines,
            Trail trail) {
        this.stations = stations;
        this.reports = reports;
        this.lists = lists;
        this.lines = lines;
        this.trail = trail;
    }

    @GetMapping("/care/stations/{id}/reports.csv")
    void csv(Actor actor, Words words, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        actor.require(Action.EXPORT, StationRights.KIND);
        Station station = stations.get(actor, new StationId(id));
        StationRights.require(actor, Action.EXPORT, station);
        long[] rows = {0};
        try (Sheet sheet = SheetFile.open(response, Sheet.Format.CSV, station.spoken())) {
            write(actor, words, station, sheet, row -> {
                rows[0]++;
                sheet.row(row);
            });
        } finally {
            // Also what was cut short has left.
            trail.record(actor, "station.export", StationRights.KIND, id, "{\"rows\":%d}".formatted(rows[0]));
        }
    }

    private void write(Actor actor, Words words, Station station, Sheet sheet, Consumer<List<?>> each) {
        sheet.heading(COLUMNS.stream()
                .map(column -> words.text("station.column." + column))
                .toList());
        Map<Integer, List<Question>> asked = new HashMap<>();
        Instant at = null;
        UUID after = null;
        List<Report> some;
        do {
            some = lists.taken(actor, station.id(), false, at, after, BATCH);
            Map<ReportId, List<Mark>> marks =
                    reports.marks(actor, some.stream().map(Report::id).toList());
            for (ReportLine line : lines.of(actor, words, some)) {
                List<Question> questions = asked.computeIfAbsent(
                        line.period().questions(), version -> stations.questions(actor, station.id(), version));
                for (Mark mark : marks.getOrDefault(line.report().id(), List.of())) {
                    each.accept(row(actor, words, line, questions, mark));
                }
            }
            if (!some.isEmpty()) {
                at = taken(some.getLast()).at();
                after = some.getLast().id().value();
            }
        } while (some.size() == BATCH);
    }

    private static List<?> row(Actor actor, Words words, ReportLine line, List<Question> questions, Mark mark) {
        Report.Taken taken = taken(line.report());
        Question question = questions.stream()
                .filter(one -> one.place() == mark.place())
                .findFirst()
                .orElseThrow();
        return List.of(
                line.station().spoken(),
                line.period().from().toString(),
                line.period().last().toString(),
                line.customer(),
                words.dateTime(taken.reportedAt(), actor.zone()),
                words.text(taken.late() ? "report.yes" : "report.no"),
                words.text("ticket.channel." + taken.channel()),
                question.text(words),
                question.kind() == QuestionKind.MARK
                        ? (Object) mark.value()
                        : StationReports.answer(words, question.kind(), mark.value()),
                words.text(mark.bad() ? "report.yes" : "report.no"),
                taken.words(),
                became(line));
    }

    private static String became(ReportLine line) {
        Report.Settled settled = line.report().settled();
        return settled == null
                ? ""
                : line.ticket().isEmpty() ? Objects.requireNonNullElse(settled.why(), "") : line.ticket();
    }

    private static Report.Taken taken(Report report) {
        return Objects.requireNonNull(report.taken());
    }
}
