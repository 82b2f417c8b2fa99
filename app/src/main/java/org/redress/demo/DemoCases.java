package org.redress.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/**
 * What was given in the demonstration's latest closed matters. The cases themselves are written by the product, within a minute of
 * the first start, as they are in any bureau; so are the clusters.
 */
@Component
class DemoCases implements DemoPart {

    /** Why money is given although the customer had some for a failure of the same type. */
    static final String ANOTHER = "与上次不是同一次故障";

    private static final int LATEST = 80;
    private static final int EACH_CREDIT = 4;
    private static final int CREDIT = 20;

    private static final Map<TicketKind, List<RemedyKind>> GIVEN = Map.of(
            TicketKind.FAULT, List.of(RemedyKind.CORRECTION, RemedyKind.APOLOGY),
            TicketKind.COMPLAINT, List.of(RemedyKind.APOLOGY, RemedyKind.EXPLANATION),
            TicketKind.BILL_DISPUTE, List.of(RemedyKind.EXPLANATION, RemedyKind.CORRECTION));

    private final TicketBoard board;
    private final Remedies remedies;

    DemoCases(TicketBoard board, Remedies remedies) {
        this.board = board;
        this.remedies = remedies;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoCauses.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor head = bureau.head();
        List<TicketCard> closed = board.page(head, TicketView.CLOSED, TicketFilter.NONE, null, LATEST)
                .cards();
        for (int i = 0; i < closed.size(); i++) {
            TicketCard card = closed.get(i);
            if (card.closedAt() == null) {
                continue;
            }
            for (RemedyKind kind : Objects.requireNonNullElse(GIVEN.get(card.kind()), List.<RemedyKind>of())) {
                remedies.give(head, card.id(), kind, null, "");
            }
            if (card.kind() == TicketKind.FAULT && i % EACH_CREDIT == 0) {
                remedies.give(
                        head,
                        card.id(),
                        RemedyKind.BILL_CREDIT,
                        Money.of(remedies.currency(head), CREDIT),
                        "",
                        ANOTHER);
            }
        }
    }
}
