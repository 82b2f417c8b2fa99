package org.redress.desk.ticket.workplace;

import java.time.Clock;
import org.redress.desk.ticket.JoinProposal;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of the proposals to join. */
@Controller
class JoinPages {

    private static final int MOST = 100;

    private final Joins joins;
    private final Clock clock;

    JoinPages(Joins joins, Clock clock) {
        this.joins = joins;
        this.clock = clock;
    }

    @GetMapping("/desk/joins")
    ModelAndView proposals(Actor actor, Words words) {
        When when = new When(words, actor.zone(), clock.instant());
        return Page.of(
                "ticket/joins",
                new JoinsPage(joins.proposals(actor, MOST).stream()
                        .map(proposal -> proposal(actor, when, proposal))
                        .toList()));
    }

    private static JoinsPage.Proposal proposal(Actor actor, When when, JoinProposal proposal) {
        return new JoinsPage.Proposal(
                line(actor, when, proposal.lead()),
                proposal.reason().name(),
                proposal.tickets().stream().map(card -> line(actor, when, card)).toList(),
                when.of(proposal.at()));
    }

    private static JoinsPage.Line line(Actor actor, When when, TicketCard card) {
        return new JoinsPage.Line(
                card, StateChip.of(card.state()), when.of(card.receivedAt()), Lists.who(actor, when.words(), card));
    }
}
