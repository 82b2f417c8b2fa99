package org.redress.desk.recovery.credit.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.recovery.credit.CreditRun;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.recovery.credit.CreditShare;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A run as a file: a row for each customer, written as it is read. */
@Controller
class CreditSheet {

    private static final int PAGE = 500;

    private final CreditFiles files;
    private final Customers customers;

    CreditSheet(CreditFiles files, Customers customers) {
        this.files = files;
        this.customers = customers;
    }

    @GetMapping(CreditsDesk.PATH + "/{id}/customers.csv")
    void file(Actor actor, Words words, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        actor.require(Action.EXPORT, Compensations.KIND);
        CreditRun run = files.find(actor, new CreditRunId(id)).orElseThrow(() -> Problem.absent("credit.absent"));
        String name = words.text("credit.file", run.problem().place());
        response.setContentType(Sheet.Format.CSV.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (Sheet sheet = Sheet.of(Sheet.Format.CSV, response.getOutputStream(), name)) {
            sheet.heading(List.of(
                    words.text("credit.col.customer"),
                    words.text("credit.col.lines"),
                    words.text("credit.col.monthly"),
                    words.text("credit.statutory"),
                    words.text("credit.rent"),
                    words.text("credit.extra"),
                    words.text("credit.total"),
                    words.text("credit.col.why")));
            write(actor, words, run, sheet);
        }
    }

    private void write(Actor actor, Words words, CreditRun run, Sheet sheet) {
        CustomerId after = null;
        do {
            List<CreditShare> some = files.shares(actor, run, after, PAGE);
            Map<CustomerId, CustomerCard> cards = customers.cards(
                    actor, some.stream().map(CreditShare::customer).toList());
            some.forEach(share -> sheet.row(row(words, share, cards.get(share.customer()))));
            after = some.size() < PAGE ? null : some.getLast().customer();
        } while (after != null);
    }

    private static List<Object> row(Words words, CreditShare share, @Nullable CustomerCard card) {
        return List.of(
                card == null || card.name() == null ? "" : card.name(),
                share.lines(),
                share.monthly().getAmount(),
                share.statutory().getAmount(),
                share.rent().getAmount(),
                share.extra().getAmount(),
                share.total().getAmount(),
                share.why() == null ? "" : words.text("credit.why." + share.why()));
    }
}
