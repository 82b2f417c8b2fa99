package org.redress.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.outlet.PromiseDraft;
import org.redress.desk.outlet.PromiseId;
import org.redress.desk.outlet.Promises;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketPage;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.ClockStart;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Measure;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** Four promises of the demonstration, in public for half a year, with the limits of the old ledger's matters behind them. */
@Component
class DemoPromises implements DemoPart {

    private static final int PAGE = 200;
    private static final int MONTHS = 5;
    private static final int FIRST_VERSION = 1;
    private static final String KIND = "ticket";
    private static final String REPLY = "complaint.reply";
    private static final Map<TicketKind, String> RULES = Map.of(
            TicketKind.COMPLAINT, REPLY,
            TicketKind.FAULT, "fault.reply",
            TicketKind.BILL_DISPUTE, "dispute.reply",
            TicketKind.ENQUIRY, "enquiry.reply");

    private final TicketBoard board;
    private final Commitments commitments;
    private final Rulebook rulebook;
    private final Promises promises;
    private final Clock clock;

    DemoPromises(TicketBoard board, Commitments commitments, Rulebook rulebook, Promises promises, Clock clock) {
        this.board = board;
        this.commitments = commitments;
        this.rulebook = rulebook;
        this.promises = promises;
        this.clock = clock;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoQuality.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor quality = bureau.quality();
        takeOver(quality);
        promise(
                quality,
                "REPLY-15",
                REPLY,
                "95",
                "投诉限期答复",
                "Complaints answered in time",
                "您的投诉，我们在规定时限内给您答复。",
                "Your complaint is answered within the time limit.");
        promise(
                quality,
                "FAULT-72",
                "fault.reply",
                "90",
                "故障限期答复",
                "Fault reports answered in time",
                "您报的故障，我们在规定时限内告诉您处理结果。",
                "Whoever reports a fault hears within the time limit what came of it.");
        promise(
                quality,
                "BILL-15",
                "dispute.reply",
                "98",
                "话费争议限期答复",
                "Bill disputes answered in time",
                "您对话费有疑问，我们在规定时限内查清并答复。",
                "A disputed bill is looked into and answered within the time limit.");
        promise(
                quality,
                "ASK-48",
                "enquiry.reply",
                "95",
                "咨询限期答复",
                "Enquiries answered in time",
                "您的咨询，我们在规定时限内答复。",
                "Your question is answered within the time limit.");
    }

    /** What the old ledger says of matters that were finished: received, and done. */
    private void takeOver(Actor quality) {
        @Nullable String cursor = null;
        do {
            TicketPage page = board.page(quality, TicketView.CLOSED, TicketFilter.NONE, cursor, PAGE);
            List<ClockStart> starts = new ArrayList<>();
            for (TicketCard card : page.cards()) {
                String rule = RULES.get(card.kind());
                Instant closed = card.closedAt();
                if (rule != null && closed != null && card.externalNumber() != null) {
                    starts.add(ClockStart.by(
                                    rulebook.get(
                                            quality.bureau(),
                                            rule,
                                            LocalDate.ofInstant(card.receivedAt(), quality.zone())),
                                    Subject.ticket(card.id().value()),
                                    REPLY,
                                    Calendars.ALWAYS,
                                    card.receivedAt())
                            .endedAt(closed));
                }
            }
            commitments.startAll(quality, starts);
            cursor = page.next();
        } while (cursor != null);
    }

    private void promise(
            Actor quality,
            String code,
            String rule,
            String target,
            String titleZh,
            String titleEn,
            String wordsZh,
            String wordsEn) {
        PromiseId id = promises.draft(
                quality,
                code,
                new Measure(KIND, REPLY, rule),
                new PromiseDraft(titleZh, titleEn, wordsZh, wordsEn, new BigDecimal(target)));
        LocalDate since = YearMonth.from(clock.instant().atZone(quality.zone()))
                .minusMonths(MONTHS)
                .atDay(1);
        promises.publish(quality, id, FIRST_VERSION, since);
    }
}
