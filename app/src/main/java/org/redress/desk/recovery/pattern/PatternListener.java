package org.redress.desk.recovery.pattern;

import java.util.List;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Basis;
import org.redress.desk.recovery.ledger.CompensationChanged;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketsJoined;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Hears what was given by choice, or owed by somebody's word, and that tickets were joined, and looks at it afterwards. */
@Component
class PatternListener implements OutboxListener {

    private final PatternWatch watch;
    private final Joins joins;
    private final Bureaus bureaus;
    private final Outbox outbox;

    PatternListener(PatternWatch watch, Joins joins, Bureaus bureaus, Outbox outbox) {
        this.watch = watch;
        this.joins = joins;
        this.bureaus = bureaus;
        this.outbox = outbox;
    }

    @Override
    public List<String> topics() {
        return List.of(CompensationChanged.TOPIC, PatternLook.TOPIC, TicketsJoined.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        if (message.topic().equals(CompensationChanged.TOPIC)) {
            hear(message);
            return;
        }
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        if (message.topic().equals(TicketsJoined.TOPIC)) {
            List<TicketId> moved = TicketsJoined.read(message.payload()).tickets().stream()
                    .map(TicketId::new)
                    .toList();
            joins.leading(product, moved).values().stream().distinct().forEach(lead -> watch.joined(product, lead));
        } else {
            watch.look(product, PatternLook.read(message.payload()).compensations());
        }
    }

    private void hear(OutboxMessage message) {
        CompensationChanged changed = CompensationChanged.read(message.payload());
        boolean given = changed.account() == Account.PENDING || changed.account() == Account.PROMISED;
        if (changed.basis() != Basis.RUN && given) {
            outbox.add(message.bureau(), PatternLook.TOPIC, new PatternLook(changed.compensations()).json());
        }
    }
}
