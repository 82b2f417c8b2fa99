package org.redress.desk.appeal.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.AppealReach;
import org.redress.desk.appeal.chain.Condition;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.redress.platform.web.Typed;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The statutory report in the browser, as a table and on paper. */
@Controller
@RequestMapping("/appeals/report")
class ReportDesk {

    private static final int LENGTH = 50;

    private final AppealReports reports;
    private final Bureaus bureaus;
    private final Clock clock;

    ReportDesk(AppealReports reports, Bureaus bureaus, Clock clock) {
        this.reports = reports;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(Actor actor, @RequestParam(required = false) @Nullable String period) {
        Period shown = period(actor, period);
        return Page.of(
                "appeal/report",
                new ReportPage(
                        reports.of(actor, shown),
                        YearMonth.from(shown.lastDay()).toString(),
                        Period.quarterOf(shown.from()).code(),
                        actor.may(Action.EXPORT, AppealReach.KIND)));
    }

    /** The month that runs, where none is named. */
    private Period period(Actor actor, @Nullable String code) {
        return code == null
                ? Period.month(YearMonth.from(LocalDate.ofInstant(clock.instant(), actor.zone())))
                : Period.of(code);
    }

    @GetMapping("/list")
    ModelAndView list(
            Actor actor,
            @RequestParam String period,
            @RequestParam String figure,
            @RequestParam(required = false) @Nullable String why,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        Behind behind = new Behind(
                Period.of(period),
                Typed.choice(Figure.class, figure, "figure"),
                why == null ? null : Typed.choice(Condition.class, why, "why"));
        List<Counted> found = reports.list(
                actor, behind, at == null ? Instant.EPOCH : at, id == null ? new UUID(0, 0) : id, LENGTH + 1);
        List<Counted> rows = found.stream().limit(LENGTH).toList();
        String next = found.size() > LENGTH
                ? behind.href() + "&at=" + rows.getLast().moment() + "&id="
                        + rows.getLast().id()
                : null;
        return Page.of("appeal/figure", new FigurePage(behind, rows, next, actor.zone()));
    }

    /** Written while it is read; what can be refused is refused before the first byte. */
    @GetMapping("/export.{ending:csv|xlsx}")
    void write(
            Actor actor,
            Words words,
            @PathVariable String ending,
            @RequestParam String period,
            HttpServletResponse response)
            throws IOException {
        actor.require(Action.EXPORT, AppealReach.KIND);
        Period shown = Period.of(period);
        Sheet.Format format = Sheet.Format.valueOf(ending.toUpperCase(Locale.ROOT));
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("appeals-" + shown.code() + "." + ending)
                        .build()
                        .toString());
        reports.write(actor, words, shown, format, response.getOutputStream());
    }

    @GetMapping("/print.pdf")
    ResponseEntity<byte[]> print(Actor actor, Words words, @RequestParam String period) {
        actor.require(Action.EXPORT, AppealReach.KIND);
        AppealReport report = reports.of(actor, Period.of(period));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("appeals-" + report.period().code() + ".pdf")
                                .build()
                                .toString())
                .body(new ReportPrint(report, words)
                        .bytes(bureaus.get(actor.bureau()).name(words.chinese())));
    }
}
