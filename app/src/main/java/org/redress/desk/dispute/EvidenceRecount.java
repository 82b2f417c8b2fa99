package org.redress.desk.dispute;

import java.util.List;
import org.redress.ground.commitment.ClocksRecounted;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** A limit has changed: the last moment for evidence is read anew from its clock. */
@Component
class EvidenceRecount implements OutboxListener {

    private final ClaimRows rows;
    private final EvidenceClock clock;
    private final Bureaus bureaus;

    EvidenceRecount(ClaimRows rows, EvidenceClock clock, Bureaus bureaus) {
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
        for (Subject subject : ClocksRecounted.read(message.payload()).of(Disputes.KIND)) {
            ClaimId claim = new ClaimId(subject.id());
            rows.held(bureau, claim)
                    .flatMap(held -> clock.dueNow(product, claim))
                    .ifPresent(due -> rows.due(bureau, claim, due));
        }
    }
}
