package org.redress.improve.insight.cases;

import java.util.List;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/** What got past the cover when a case was written is covered with the customer's other texts, and no longer found. */
@Component
class CaseRedaction implements Redactable {

    private static final Table CASES = new Table(
            "insight.recovery_case",
            "ticket",
            List.of("ticket"),
            List.of("subject", "said", "answer", "settlement", "place"));

    private final TicketBoard tickets;
    private final CoveredTexts texts;
    private final CaseRows rows;
    private final CaseTermRows terms;

    CaseRedaction(TicketBoard tickets, CoveredTexts texts, CaseRows rows, CaseTermRows terms) {
        this.tickets = tickets;
        this.texts = texts;
        this.rows = rows;
        this.terms = terms;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<TicketId> ids = tickets.idsOf(actor, customer);
        int covered = texts.cover(
                actor.bureau(), CASES, ids.stream().map(TicketId::value).toList(), words);
        rows.of(actor.bureau(), ids).values().forEach(one -> terms.cover(actor.bureau(), one));
        return covered;
    }
}
