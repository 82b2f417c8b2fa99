package org.redress.desk.ticket;

import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.Undelivered;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Hears that what was written about a ticket has not reached its customer. */
@Component
class UndeliveredNotices implements OutboxListener {

    private final UndeliveredBell bell;
    private final Bureaus bureaus;

    UndeliveredNotices(UndeliveredBell bell, Bureaus bureaus) {
        this.bell = bell;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(Undelivered.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Undelivered lost = Undelivered.read(message.payload());
        if (lost.kind().equals(Reach.KIND)) {
            Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
            bell.ring(product, new TicketId(lost.subject()), lost);
        }
    }
}
