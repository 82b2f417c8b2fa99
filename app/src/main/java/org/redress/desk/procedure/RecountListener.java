package org.redress.desk.procedure;

import java.util.List;
import org.redress.ground.commitment.ClocksRecounted;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: the copy of when a segment falls due is read anew from its clock. */
@Component
class RecountListener implements OutboxListener {

    private final SegmentRows rows;
    private final SegmentClocks clocks;
    private final Bureaus bureaus;

    RecountListener(SegmentRows rows, SegmentClocks clocks, Bureaus bureaus) {
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
        for (Subject subject : ClocksRecounted.read(message.payload()).of(SegmentClocks.KIND)) {
            SegmentId id = new SegmentId(subject.id());
            clocks.dueNow(product, id).ifPresent(due -> rows.due(bureau, id, due));
        }
    }
}
