package org.redress.desk.dispute.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.Billing;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.ItemId;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** Puts items and tickets to disputed items: a fixed number of queries for any number of rows. */
@Component
class ClaimTable {

    private final Billing billing;
    private final TicketBoard tickets;

    ClaimTable(Billing billing, TicketBoard tickets) {
        this.billing = billing;
        this.tickets = tickets;
    }

    List<ClaimRow> of(Actor actor, List<Claim> claims) {
        Map<ItemId, BillItem> items = billing
                .items(actor, claims.stream().map(Claim::item).toList())
                .stream()
                .collect(Collectors.toMap(BillItem::id, Function.identity()));
        Map<TicketId, TicketCard> cards =
                tickets
                        .cards(
                                actor,
                                claims.stream().map(Claim::ticket).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(TicketCard::id, Function.identity()));
        return claims.stream()
                .map(claim ->
                        new ClaimRow(claim, Objects.requireNonNull(items.get(claim.item())), cards.get(claim.ticket())))
                .toList();
    }
}
