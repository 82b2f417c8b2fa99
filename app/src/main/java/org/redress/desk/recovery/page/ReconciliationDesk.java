package org.redress.desk.recovery.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Balances;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.reconcile.CaseLine;
import org.redress.desk.recovery.reconcile.Reconciliation;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Promised is posted, open or reversed: by month, with the compensations of each, and as a file. */
@Controller
@RequestMapping(ReconciliationDesk.PATH)
class ReconciliationDesk {

    static final String PATH = MoneyDesk.PATH + "/reconciliation";

    private static final int MONTHS = 3;

    private final Reconciliation reconciliation;
    private final Balances balances;
    private final Compensations ledger;
    private final MoneyTable table;

    ReconciliationDesk(Reconciliation reconciliation, Balances balances, Compensations ledger, MoneyTable table) {
        this.reconciliation = reconciliation;
        this.balances = balances;
        this.ledger = ledger;
        this.table = table;
    }

    @GetMapping
    ModelAndView months(Actor actor, @RequestParam(required = false) @Nullable YearMonth until) {
        YearMonth latest = until == null ? YearMonth.from(ledger.today(actor)) : until;
        YearMonth before = latest.minusMonths(MONTHS);
        return Page.of(
                "recovery/reconciliation",
                new ReconciliationPage(
                        reconciliation.months(actor, latest, MONTHS),
                        balances.lastDrift(actor).orElse(null),
                        actor.may(Action.EXPORT, Compensations.KIND),
                        reconciliation
                                .first(actor)
                                .filter(first -> !first.isAfter(before))
                                .map(first -> PATH + "?until=" + before)
                                .orElse(null),
                        actor.zone()));
    }

    @GetMapping("/{month:\\d{4}-\\d{2}}")
    ModelAndView month(
            Actor actor,
            Words words,
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable UUID after) {
        List<CaseLine> found = reconciliation.cases(
                actor, month, day, after == null ? null : new CompensationId(after), MoneyDesk.LENGTH + 1);
        List<CaseLine> shown = found.stream().limit(MoneyDesk.LENGTH).toList();
        List<MoneyRow> rows = table.of(
                actor, words, shown.stream().map(CaseLine::compensation).toList());
        return Page.of(
                "recovery/month",
                new MonthPage(
                        reconciliation.months(actor, month, 1).getFirst(),
                        IntStream.range(0, shown.size())
                                .mapToObj(n -> new MonthPage.Row(shown.get(n), rows.get(n)))
                                .toList(),
                        actor.may(Action.EXPORT, Compensations.KIND),
                        found.size() > MoneyDesk.LENGTH
                                ? PATH + "/" + month + "?day="
                                        + shown.getLast().compensation().day() + "&after="
                                        + shown.getLast().compensation().id().value()
                                : null));
    }

    /** Written while it is read; what can be refused is refused before the first byte. */
    @GetMapping("/{month:\\d{4}-\\d{2}}.csv")
    void file(Actor actor, Words words, @PathVariable YearMonth month, HttpServletResponse response)
            throws IOException {
        actor.require(Action.EXPORT, Compensations.KIND);
        response.setContentType(Sheet.Format.CSV.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("compensation-" + month + ".csv")
                        .build()
                        .toString());
        try (Sheet sheet = Sheet.of(Sheet.Format.CSV, response.getOutputStream(), month.toString())) {
            sheet.heading(List.of(
                    words.text("ledger.col.id"),
                    words.text("ledger.col.day"),
                    words.text("ledger.col.type"),
                    words.text("ledger.col.basis"),
                    words.text("ledger.col.account"),
                    words.text("ledger.col.sum"),
                    words.text("reconcile.promised"),
                    words.text("reconcile.billing"),
                    words.text("reconcile.agrees")));
            reconciliation.export(actor, month, line -> sheet.row(cells(words, line)));
        }
    }

    private static List<Object> cells(Words words, CaseLine line) {
        return List.of(
                line.compensation().id().value().toString(),
                line.compensation().day().toString(),
                words.text("remedy.kind." + line.compensation().type()),
                words.text("ledger.basis." + line.compensation().basis()),
                words.text("ledger.account." + line.compensation().account()),
                line.compensation().sum().getAmount(),
                line.promised().getAmount(),
                line.billing().getAmount(),
                words.text(line.agrees() ? "reconcile.yes" : "reconcile.no"));
    }
}
