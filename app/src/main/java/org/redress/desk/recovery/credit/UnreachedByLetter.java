package org.redress.desk.recovery.credit;

import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.Undelivered;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * A letter about a run has not reached its customer: their share says so, so that nobody counts them as told, and whoever
 * proposed the run hears of it.
 */
@Component
class UnreachedByLetter implements OutboxListener {

    private final CreditRows runs;
    private final ShareRows shares;
    private final CreditNotices notices;
    private final Bureaus bureaus;

    UnreachedByLetter(CreditRows runs, ShareRows shares, CreditNotices notices, Bureaus bureaus) {
        this.runs = runs;
        this.shares = shares;
        this.notices = notices;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(Undelivered.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Undelivered lost = Undelivered.read(message.payload());
        if (lost.kind().equals(CreditRuns.SUBJECT)) {
            Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
            CreditShare.Told told = lost.withheld() ? CreditShare.Told.WITHHELD : CreditShare.Told.UNDELIVERED;
            shares.lost(product.bureau(), lost.subject(), lost.code().equals(CreditNotices.REVERSED), told)
                    .flatMap(run -> runs.find(product.bureau(), run))
                    .ifPresent(run -> notices.unreached(product, run));
        }
    }
}
