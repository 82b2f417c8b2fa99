package org.redress.improve.insight.cases;

import java.util.List;
import java.util.UUID;
import org.redress.desk.recovery.RemedyGiven;
import org.redress.desk.recovery.followup.RecoveryAnswered;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketState;
import org.redress.improve.insight.CauseNamed;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Hears of what a case is made of, and asks for the case to be written. */
@Component
class CaseListener implements OutboxListener {

    private final CaseDue due;

    CaseListener(CaseDue due) {
        this.due = due;
    }

    @Override
    public List<String> topics() {
        return List.of(TicketChanged.TOPIC, RemedyGiven.TOPIC, CauseNamed.TOPIC, RecoveryAnswered.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        switch (message.topic()) {
            case TicketChanged.TOPIC -> changed(message);
            case RemedyGiven.TOPIC ->
                maybe(message, RemedyGiven.read(message.payload()).ticket(), "remedy");
            case CauseNamed.TOPIC ->
                maybe(message, CauseNamed.read(message.payload()).ticket(), "cause");
            default -> answered(message);
        }
    }

    /** Answers of customers who had no failure teach nothing here. */
    private void answered(OutboxMessage message) {
        UUID ticket = RecoveryAnswered.read(message.payload()).ticket();
        if (ticket != null) {
            due.ask(message.bureau(), List.of(), List.of(ticket), "answered");
        }
    }

    private void changed(OutboxMessage message) {
        List<TicketChanged.Fact> facts = TicketChanged.read(message.payload()).tickets();
        String closed = TicketState.CLOSED.wire();
        due.ask(
                message.bureau(),
                facts.stream()
                        .filter(fact -> fact.state().equals(closed))
                        .map(TicketChanged.Fact::id)
                        .toList(),
                facts.stream()
                        .filter(fact -> !fact.state().equals(closed))
                        .map(TicketChanged.Fact::id)
                        .toList(),
                "closed");
    }

    /** A ticket that was closed without a cause may be a case now. */
    private void maybe(OutboxMessage message, UUID ticket, String why) {
        due.ask(message.bureau(), List.of(ticket), List.of(), why);
    }
}
