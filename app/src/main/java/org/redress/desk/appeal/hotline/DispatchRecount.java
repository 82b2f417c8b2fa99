package org.redress.desk.appeal.hotline;

import java.util.List;
import org.redress.ground.commitment.ClocksRecounted;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** A limit has changed: the copy of when a dispatch must be signed for is read anew from its clock. */
@Component
class DispatchRecount implements OutboxListener {

    private final DispatchRows rows;
    private final DispatchClock clock;
    private final Bureaus bureaus;

    DispatchRecount(DispatchRows rows, DispatchClock clock, Bureaus bureaus) {
        this.rows = rows;
        this.clock = clock;
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
        for (Subject subject : ClocksRecounted.read(message.payload()).of(DispatchClock.KIND)) {
            DispatchId dispatch = new DispatchId(subject.id());
            rows.hold(bureau, dispatch);
            clock.signDue(product, dispatch).ifPresent(due -> rows.due(bureau, dispatch, due));
        }
    }
}
