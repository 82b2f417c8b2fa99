package org.redress.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketPage;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Actor;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.CauseId;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.CustomerBase;
import org.redress.improve.insight.CustomerBases;
import org.redress.improve.insight.Findings;
import org.redress.improve.insight.NewPrevention;
import org.redress.improve.insight.Prevention;
import org.redress.improve.insight.PreventionId;
import org.redress.improve.insight.PreventionResult;
import org.redress.improve.insight.Preventions;
import org.springframework.stereotype.Component;

/** What the demonstration bureau has learnt: the causes of its old complaints and three measures against them. */
@Component
class DemoCauses implements DemoPart {

    private static final int PAGE = 500;

    private final TicketBoard board;
    private final Causes causes;
    private final Findings findings;
    private final Preventions preventions;
    private final CustomerBases bases;
    private final Clock clock;

    DemoCauses(
            TicketBoard board,
            Causes causes,
            Findings findings,
            Preventions preventions,
            CustomerBases bases,
            Clock clock) {
        this.board = board;
        this.causes = causes;
        this.findings = findings;
        this.preventions = preventions;
        this.bases = bases;
        this.clock = clock;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoMails.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        name(bureau.quality(), bureau.ledger().causes());
        prevent(bureau.quality());
    }

    private void name(Actor quality, Map<String, String> causeOfNumber) {
        Map<String, CauseId> byCode = byCode(quality);
        @Nullable String cursor = null;
        do {
            TicketPage page = board.page(quality, TicketView.CLOSED, TicketFilter.NONE, cursor, PAGE);
            page.cards().forEach(card -> name(quality, card, byCode.get(causeOfNumber.get(card.externalNumber()))));
            cursor = page.next();
        } while (cursor != null);
    }

    private void name(Actor quality, TicketCard card, @Nullable CauseId cause) {
        Instant closed = card.closedAt();
        if (cause != null && closed != null) {
            findings.takeOver(quality, card.id(), cause, closed);
        }
    }

    private void prevent(Actor quality) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), quality.zone());
        bases.set(quality, new CustomerBase("", today.minusYears(1), 41_200, "年度在网用户统计"));
        bases.set(quality, new CustomerBase("枫林路", today.minusYears(1), 3_900, "片区台账"));
        Map<String, CauseId> byCode = byCode(quality);
        act(
                quality,
                byCode,
                "line.splitter",
                "枫林路片区分光箱换防水型，皮线整改",
                "枫林路",
                today,
                DemoScenario.WEEKS - DemoScenario.MEASURE_WEEK);
        act(quality, byCode, "billing.items", "账单短信改写，逐项说明收费依据", "", today, 9);
        act(quality, byCode, "process.install", "装机改约自动短信和电话双告知", "", today, 3);
    }

    private void act(
            Actor quality,
            Map<String, CauseId> byCode,
            String cause,
            String what,
            String place,
            LocalDate today,
            int weeks) {
        PreventionId id = preventions.open(
                quality,
                new NewPrevention(
                        java.util.Objects.requireNonNull(byCode.get(cause), cause),
                        what,
                        "每千户件数",
                        place,
                        quality.staff(),
                        today.plusWeeks(4)));
        Prevention started =
                done(preventions.start(quality, id, preventions.get(quality, id).version()));
        done(preventions.takeEffect(quality, id, started.version(), today.minusWeeks(weeks)));
    }

    private static Prevention done(PreventionResult result) {
        if (result instanceof PreventionResult.Done done) {
            return done.prevention();
        }
        throw new IllegalStateException(result.toString());
    }

    private Map<String, CauseId> byCode(Actor quality) {
        Map<String, CauseId> byCode = new HashMap<>();
        for (Cause cause : causes.tree(quality)) {
            byCode.put(cause.code(), cause.id());
        }
        return byCode;
    }
}
