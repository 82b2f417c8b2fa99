package org.redress.desk.recovery.suggestion;

import java.util.List;
import org.redress.desk.ticket.ChosenTypes;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Keeps what people chose beside what had been suggested to them. */
@Component
class ChoiceListener implements OutboxListener {

    private final ChosenTypes chosen;
    private final ChoiceRows rows;
    private final Bureaus bureaus;

    ChoiceListener(ChosenTypes chosen, ChoiceRows rows, Bureaus bureaus) {
        this.chosen = chosen;
        this.rows = rows;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(TicketChanged.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        BureauId bureau = new BureauId(message.bureau());
        List<TicketId> decided = TicketChanged.read(message.payload()).tickets().stream()
                .filter(fact -> fact.failureType() != null && fact.suggestedType() != null)
                .map(fact -> new TicketId(fact.id()))
                .toList();
        if (!decided.isEmpty()) {
            rows.keep(bureau, chosen.of(bureaus.command(bureaus.get(bureau)), decided));
        }
    }
}
