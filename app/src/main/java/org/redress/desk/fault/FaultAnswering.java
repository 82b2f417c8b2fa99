package org.redress.desk.fault;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.Answering;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who answers for a repair: whoever took it up, else the head of the repair post, else whoever reported it. */
@Component
class FaultAnswering implements Answering {

    private final FaultRows rows;
    private final ObjectProvider<TicketBoard> board;
    private final Bureaus bureaus;
    private final Superiors superiors;
    private final Clock clock;

    FaultAnswering(
            FaultRows rows, ObjectProvider<TicketBoard> board, Bureaus bureaus, Superiors superiors, Clock clock) {
        this.rows = rows;
        this.board = board;
        this.bureaus = bureaus;
        this.superiors = superiors;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return FaultRights.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        List<Fault> faults = rows.of(bureau, ids);
        List<TicketId> tickets = faults.stream().map(Fault::ticket).toList();
        Map<TicketId, TicketCard> cards =
                board.getObject().cards(bureaus.command(bureaus.get(bureau)), tickets).stream()
                        .collect(Collectors.toMap(TicketCard::id, Function.identity()));
        Map<UnitId, Optional<StaffId>> heads = new HashMap<>();
        Map<UUID, Matter> matters = new HashMap<>();
        for (Fault fault : faults) {
            TicketCard card = cards.get(fault.ticket());
            if (card != null) {
                matters.put(
                        fault.id().value(),
                        new Matter(
                                responsible(bureau, fault, heads),
                                fault.unit(),
                                card.number().toString(),
                                card.subject(),
                                path(fault.ticket())));
            }
        }
        return matters;
    }

    static String path(TicketId ticket) {
        return "/tickets/" + ticket.value() + "#fault";
    }

    private StaffId responsible(BureauId bureau, Fault fault, Map<UnitId, Optional<StaffId>> heads) {
        return fault.acceptedBy() != null
                ? fault.acceptedBy()
                : heads.computeIfAbsent(
                                fault.unit(), unit -> superiors.holder(bureau, unit, Posts.HEAD, clock.instant()))
                        .orElse(fault.reported().by());
    }
}
