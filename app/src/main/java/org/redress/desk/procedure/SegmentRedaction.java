package org.redress.desk.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.ClockWords;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Covers a customer's personal data in what departments were told to do about their tickets, in what they reported, left behind
 * and said of each other, and in why a department was named.
 */
@Component
class SegmentRedaction implements Redactable {

    private static final String TICKET = "ticket";

    private static final List<Table> OF_TICKETS = List.of(
            new Table(
                    "procedure.segment",
                    TICKET,
                    List.of("id"),
                    List.of("name", "owed", "evidence", "report", "left_behind", "reason")),
            new Table("procedure.handover", TICKET, List.of("seq"), List.of("why")),
            new Table("procedure.ruling", TICKET, List.of("id"), List.of("why")));

    private static final Table ASSESSMENT = new Table("procedure.assessment", "segment", List.of("id"), List.of("why"));

    private final JdbcClient jdbc;
    private final TicketBoard board;
    private final CoveredTexts texts;
    private final ClockWords clocks;

    SegmentRedaction(JdbcClient jdbc, TicketBoard board, CoveredTexts texts, ClockWords clocks) {
        this.jdbc = jdbc;
        this.board = board;
        this.texts = texts;
        this.clocks = clocks;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<UUID> tickets =
                board.idsOf(actor, customer).stream().map(TicketId::value).toList();
        List<UUID> segments = of(actor, "segment", tickets);
        List<UUID> timed = new ArrayList<>(segments);
        timed.addAll(of(actor, "ruling", tickets));
        return OF_TICKETS.stream()
                        .mapToInt(table -> texts.cover(actor.bureau(), table, tickets, words))
                        .sum()
                + texts.cover(actor.bureau(), ASSESSMENT, segments, words)
                + clocks.redact(actor, SegmentClocks.KIND, timed, words);
    }

    private List<UUID> of(Actor actor, String table, List<UUID> tickets) {
        return jdbc.sql("select id from procedure." + table + " where bureau = ? and ticket = any(?)")
                .params(actor.bureau().value(), tickets.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
