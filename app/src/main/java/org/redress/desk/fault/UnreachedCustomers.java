package org.redress.desk.fault;

import java.util.List;
import org.redress.desk.ticket.UndeliveredBell;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Resent;
import org.redress.ground.notification.Undelivered;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * A customer was not reached with what a late repair brings them: the fault says that somebody must tell them, and whoever
 * answers for its ticket hears of it. Nobody must any more once all that was lost is sent again, where there was nothing that
 * could not be written at all. It looks at the letters as they stand, so messages may come twice and in any order.
 */
@Component
class UnreachedCustomers implements OutboxListener {

    private final FaultRows faults;
    private final WaiverRows waivers;
    private final UndeliveredBell bell;
    private final Messages messages;
    private final Bureaus bureaus;

    UnreachedCustomers(FaultRows faults, WaiverRows waivers, UndeliveredBell bell, Messages messages, Bureaus bureaus) {
        this.faults = faults;
        this.waivers = waivers;
        this.bell = bell;
        this.messages = messages;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(Undelivered.TOPIC, Resent.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        if (message.topic().equals(Resent.TOPIC)) {
            again(product, Resent.read(message.payload()));
        } else {
            lost(product, Undelivered.read(message.payload()));
        }
    }

    private void lost(Actor product, Undelivered lost) {
        if (lost.kind().equals(FaultRights.KIND) && messages.lost(product, lost.kind(), lost.subject())) {
            faults.find(product.bureau(), new FaultId(lost.subject())).ifPresent(fault -> {
                waivers.lost(product.bureau(), fault.id(), true);
                bell.ring(product, fault.ticket(), lost);
            });
        }
    }

    private void again(Actor product, Resent sent) {
        if (sent.kind().equals(FaultRights.KIND) && !messages.lost(product, sent.kind(), sent.subject())) {
            waivers.lost(product.bureau(), new FaultId(sent.subject()), false);
        }
    }
}
