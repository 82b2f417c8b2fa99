package org.redress.desk.recovery.ledger;

import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** Posts what was promised, once, after its promise is committed; a run is posted as a whole by whoever runs it. */
@Component
class PromisedPosting implements OutboxListener {

    private final CompensationRuns runs;
    private final Bureaus bureaus;

    PromisedPosting(CompensationRuns runs, Bureaus bureaus) {
        this.runs = runs;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(CompensationChanged.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        CompensationChanged changed = CompensationChanged.read(message.payload());
        if (changed.account() == Account.PROMISED && changed.basis() != Basis.RUN) {
            Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
            runs.post(
                    product,
                    changed.compensations().stream().map(CompensationId::new).toList());
        }
    }
}
