package org.redress.desk.fault;

import java.util.List;
import org.redress.desk.recovery.DeadTime;
import org.redress.desk.recovery.credit.CreditReversed;
import org.redress.ground.commitment.ClockLate;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Hears that a repair is late, that a work order has moved, and that the credits of an outage were taken back. */
@Component
class BreachListener implements OutboxListener {

    private final Waivers waivers;
    private final Bureaus bureaus;

    BreachListener(Waivers waivers, Bureaus bureaus) {
        this.waivers = waivers;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(ClockLate.TOPIC, FaultMoved.TOPIC, CreditReversed.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        if (message.topic().equals(CreditReversed.TOPIC)) {
            CreditReversed reversed = CreditReversed.read(message.payload());
            waivers.keepThose(
                    product, new OutageId(reversed.problem()), new DeadTime(reversed.from(), reversed.until()));
        } else if (message.topic().equals(ClockLate.TOPIC)) {
            ClockLate late = ClockLate.read(message.payload());
            if (late.kind().equals(FaultRights.KIND)) {
                waivers.keep(product, new FaultId(late.subject()), true);
            }
        } else {
            waivers.keep(product, new FaultId(FaultMoved.read(message.payload()).fault()), false);
        }
    }
}
