package org.redress.desk.recovery.pattern;

import java.util.List;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Basis;
import org.redress.desk.recovery.ledger.CompensationChanged;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketsJoined;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Hears what was given by choice, and that tickets were joined. */
@Component
class PatternListener implements OutboxListener {

    private final PatternWatch watch;
    private final Bureaus bureaus;

    PatternListener(PatternWatch watch, Bureaus bureaus) {
        this.watch = watch;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(CompensationChanged.TOPIC, TicketsJoined.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        if (message.topic().equals(TicketsJoined.TOPIC)) {
            watch.joined(
                    product,
                    new TicketId(TicketsJoined.read(message.payload()).lead()));
            return;
        }
        CompensationChanged changed = CompensationChanged.read(message.payload());
        boolean given = changed.account() == Account.PENDING || changed.account() == Account.PROMISED;
        if (changed.basis() == Basis.GOODWILL && given) {
            watch.look(product, changed.compensations());
        }
    }
}
