package org.redress.desk.recovery.followup;

import java.time.Instant;
import java.util.List;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.recovery.credit.CreditRunMoved;
import org.redress.desk.recovery.credit.CreditRunState;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * Plans questionnaires when a run of credits is posted: of those who were written to and have no ticket about it, on which they
 * are asked, the share that the rulebook says is asked, whoever they are. Once the run is taken back nobody is asked about it.
 */
@Component
class RunAsking implements OutboxListener {

    private final FollowUpRows rows;
    private final FollowUpRules rules;
    private final CreditFiles runs;
    private final Bureaus bureaus;

    RunAsking(FollowUpRows rows, FollowUpRules rules, CreditFiles runs, Bureaus bureaus) {
        this.rows = rows;
        this.rules = rules;
        this.runs = runs;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(CreditRunMoved.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        CreditRunMoved moved = CreditRunMoved.read(message.payload());
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        CreditRunId run = new CreditRunId(moved.run());
        if (moved.state() != CreditRunState.POSTED) {
            steps(product, rows.dropRun(product.bureau(), run), FollowUpStep.What.TAKEN_BACK, moved.at());
        } else if (runs.find(product, run)
                .filter(now -> now.state() == CreditRunState.POSTED)
                .isPresent()) {
            List<CustomerId> chosen = runs.sample(product, run, rules.runSample(product), rules.runLeast(product));
            Instant next = rules.asksAt(product, moved.at());
            steps(
                    product,
                    rows.planRun(product.bureau(), run, chosen, moved.at(), next),
                    FollowUpStep.What.PLANNED,
                    moved.at());
        }
    }

    private void steps(Actor product, List<FollowUpId> of, FollowUpStep.What what, Instant at) {
        of.forEach(id -> rows.step(product.bureau(), id, product.staff(), what, "", at));
    }
}
