package org.redress.desk.ticket.workplace;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.desk.ticket.Transfer;
import org.redress.desk.ticket.Transfers;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.springframework.stereotype.Component;

/** That the responsibility for a ticket is offered to somebody: to be accepted, refused or withdrawn. */
@Component
class TransferPanel implements TicketPanel {

    private static final int ORDER = 5;

    private final Transfers transfers;
    private final Staff staff;

    TransferPanel(Transfers transfers, Staff staff) {
        this.transfers = transfers;
        this.staff = staff;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        return Optional.empty();
    }

    @Override
    public Optional<View> above(Actor actor, TicketId ticket) {
        return transfers.open(actor, ticket).map(offer -> {
            Map<StaffId, String> names =
                    staff
                            .members(
                                    actor,
                                    Stream.of(offer.from(), offer.to(), offer.offeredBy())
                                            .toList())
                            .entrySet()
                            .stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, entry -> entry.getValue().name()));
            return new View("ticket/offered.jte", Map.of("offer", shown(actor, offer, names)));
        });
    }

    private OfferShown shown(Actor actor, Transfer offer, Map<StaffId, String> names) {
        return new OfferShown(
                offer,
                names.getOrDefault(offer.from(), ""),
                names.getOrDefault(offer.to(), ""),
                names.getOrDefault(offer.offeredBy(), ""),
                actor.staff().equals(offer.to()),
                transfers.mayWithdraw(actor, offer));
    }
}
