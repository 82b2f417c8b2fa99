package org.redress.improve.quality.support;

import java.util.List;
import org.redress.ground.commitment.ClocksRecounted;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: until when a break may be taken and a word is owed is read anew from their clocks. */
@Component
class ReliefRecount implements OutboxListener {

    private final ReliefRows rows;
    private final ReliefClocks clocks;
    private final Bureaus bureaus;

    ReliefRecount(ReliefRows rows, ReliefClocks clocks, Bureaus bureaus) {
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
        ClocksRecounted recounted = ClocksRecounted.read(message.payload());
        for (Subject subject : recounted.of(RestAnswering.KIND)) {
            ReliefId relief = new ReliefId(subject.id());
            clocks.restUntil(product, relief).ifPresent(until -> rows.restUntil(bureau, relief, until));
        }
        for (Subject subject : recounted.of(SupportRights.KIND)) {
            ReliefId relief = new ReliefId(subject.id());
            clocks.wordDue(product, relief).ifPresent(due -> rows.wordDue(bureau, relief, due));
        }
    }
}
