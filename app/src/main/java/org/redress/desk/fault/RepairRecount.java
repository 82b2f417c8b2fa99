package org.redress.desk.fault;

import java.util.List;
import org.redress.ground.commitment.ClocksRecounted;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** A limit has changed: the copy of when a repair falls due is read anew from its clock. */
@Component
class RepairRecount implements OutboxListener {

    private final FaultRows rows;
    private final RepairClocks clocks;
    private final Bureaus bureaus;

    RepairRecount(FaultRows rows, RepairClocks clocks, Bureaus bureaus) {
        this.rows = rows;
        this.clocks = clocks;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(ClocksRecounted.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        BureauId bureau = new BureauId(message.bureau());
        Actor product = bureaus.command(bureaus.get(bureau));
        for (Subject subject : ClocksRecounted.read(message.payload()).of(FaultRights.KIND)) {
            FaultId fault = new FaultId(subject.id());
            rows.hold(bureau, fault)
                    .flatMap(held -> clocks.dueNow(product, fault))
                    .ifPresent(due -> rows.due(bureau, fault, due));
        }
    }
}
