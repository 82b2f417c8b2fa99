package org.redress.desk.appeal.chain;

import java.time.Instant;
import java.util.List;
import org.redress.desk.appeal.AppealReach;
import org.redress.ground.commitment.ClocksRecounted;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: when an appeal and the operator's reply fall due is read anew from its clocks. */
@Component
class AppealRecount implements OutboxListener {

    private final AppealRows rows;
    private final AppealClocks clocks;
    private final Bureaus bureaus;

    AppealRecount(AppealRows rows, AppealClocks clocks, Bureaus bureaus) {
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
        for (Subject subject : ClocksRecounted.read(message.payload()).of(AppealReach.KIND)) {
            AppealId id = new AppealId(subject.id());
            rows.hold(bureau, id);
            Instant due = clocks.due(product, id);
            if (due != null) {
                rows.due(bureau, id, due, clocks.replyDue(product, id));
            }
        }
    }
}
