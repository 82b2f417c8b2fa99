package org.redress.desk.appeal;

import java.util.List;
import java.util.UUID;
import org.redress.desk.ticket.TicketBoard;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.commitment.ClockWords;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.Messages;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Covers a customer's personal data in their appeals and in what the city's hot line wrote about them, in what was sent about
 * both, and in the evidence.
 */
@Component
class AppealRedaction implements Redactable {

    private static final String DISPATCH = "dispatch";

    private static final Table APPEAL =
            new Table("appeal.appeal", "id", List.of("id"), List.of("appellant", "reach", "matter", "claim"));

    private static final Table APPEAL_STEP =
            new Table("appeal.appeal_step", "appeal", List.of("seq"), List.of("words"));

    private static final Table DISPATCHED = new Table("appeal.dispatch", "id", List.of("id"), List.of("matter"));

    private static final Table DISPATCH_STEP =
            new Table("appeal.dispatch_step", "dispatch", List.of("seq"), List.of("words"));

    private final JdbcClient jdbc;
    private final TicketBoard board;
    private final CoveredTexts texts;
    private final Attachments attachments;
    private final Messages messages;
    private final ClockWords clocks;

    AppealRedaction(
            JdbcClient jdbc,
            TicketBoard board,
            CoveredTexts texts,
            Attachments attachments,
            Messages messages,
            ClockWords clocks) {
        this.jdbc = jdbc;
        this.board = board;
        this.texts = texts;
        this.attachments = attachments;
        this.messages = messages;
        this.clocks = clocks;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        UUID[] tickets =
                board.idsOf(actor, customer).stream().map(id -> id.value()).toArray(UUID[]::new);
        List<UUID> appeals = of(actor, "select id from appeal.appeal where bureau = ? and ticket = any(?)", tickets);
        List<UUID> dispatches =
                of(actor, "select id from appeal.dispatch where bureau = ? and ticket = any(?)", tickets);
        return texts.cover(actor.bureau(), APPEAL, appeals, words)
                + texts.cover(actor.bureau(), APPEAL_STEP, appeals, words)
                + texts.cover(actor.bureau(), DISPATCHED, dispatches, words)
                + texts.cover(actor.bureau(), DISPATCH_STEP, dispatches, words)
                + attachments.redact(actor, AppealReach.KIND, appeals, Blackout.COVER)
                + messages.redact(actor, AppealReach.KIND, appeals, words::over, Blackout.COVER)
                + messages.redact(actor, DISPATCH, dispatches, words::over, Blackout.COVER)
                + clocks.redact(actor, AppealReach.KIND, appeals, words)
                + clocks.redact(actor, DISPATCH, dispatches, words);
    }

    private List<UUID> of(Actor actor, String sql, UUID[] tickets) {
        return jdbc.sql(sql)
                .params(actor.bureau().value(), tickets)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
