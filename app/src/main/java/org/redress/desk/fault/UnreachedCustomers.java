package org.redress.desk.fault;

import java.util.List;
import org.redress.desk.ticket.UndeliveredBell;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.Undelivered;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * A customer was not reached with what a late repair brings them: the fault says that somebody must tell them, and whoever
 * answers for its ticket hears of it.
 */
@Component
class UnreachedCustomers implements OutboxListener {

    private final FaultRows faults;
    private final WaiverRows waivers;
    private final UndeliveredBell bell;
    private final Bureaus bureaus;

    UnreachedCustomers(FaultRows faults, WaiverRows waivers, UndeliveredBell bell, Bureaus bureaus) {
        this.faults = faults;
        this.waivers = waivers;
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
        if (lost.kind().equals(FaultRights.KIND)) {
            Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
            faults.find(product.bureau(), new FaultId(lost.subject())).ifPresent(fault -> {
                waivers.untold(product.bureau(), fault.id());
                bell.ring(product, fault.ticket(), lost);
            });
        }
    }
}
