package org.redress.desk.fault.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.LineId;
import org.redress.desk.fault.Lines;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Puts lines, tickets and clocks to work orders: a fixed number of queries for any number of rows. */
@Component
class FaultTable {

    private final Lines lines;
    private final TicketBoard tickets;
    private final Commitments commitments;

    FaultTable(Lines lines, TicketBoard tickets, Commitments commitments) {
        this.lines = lines;
        this.tickets = tickets;
        this.commitments = commitments;
    }

    List<FaultListPage.Row> of(Actor actor, Words words, List<Fault> faults, Instant now) {
        Map<LineId, Line> byLine =
                lines.of(actor, faults.stream().map(Fault::line).toList());
        Map<TicketId, TicketCard> cards = tickets
                .cards(actor, faults.stream().map(Fault::ticket).toList())
                .stream()
                .collect(Collectors.toMap(TicketCard::id, Function.identity()));
        Map<UUID, Clock> clocks = commitments
                .of(
                        actor,
                        faults.stream()
                                .map(fault -> new Subject("fault", fault.id().value()))
                                .toList())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().id(), entry -> entry.getValue().getLast()));
        return faults.stream()
                .map(fault -> {
                    Clock clock = clocks.get(fault.id().value());
                    return new FaultListPage.Row(
                            fault,
                            byLine.get(fault.line()),
                            cards.get(fault.ticket()),
                            clock == null ? null : clock.chip(now, words));
                })
                .toList();
    }
}
