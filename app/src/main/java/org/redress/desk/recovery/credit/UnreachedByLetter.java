package org.redress.desk.recovery.credit;

import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.MessageId;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Resent;
import org.redress.ground.notification.Undelivered;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * A letter about a run has not reached its customer: their share says so, so that nobody counts them as told, and whoever
 * proposed the run hears of it. One that somebody sends once more counts as sent again.
 */
@Component
class UnreachedByLetter implements OutboxListener {

    private final CreditRows runs;
    private final ShareRows shares;
    private final CreditNotices notices;
    private final Messages messages;
    private final Bureaus bureaus;

    UnreachedByLetter(CreditRows runs, ShareRows shares, CreditNotices notices, Messages messages, Bureaus bureaus) {
        this.runs = runs;
        this.shares = shares;
        this.notices = notices;
        this.messages = messages;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(Undelivered.TOPIC, Resent.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        if (message.topic().equals(Resent.TOPIC)) {
            again(product, Resent.read(message.payload()));
        } else {
            lost(product, Undelivered.read(message.payload()), message.id());
        }
    }

    private void lost(Actor product, Undelivered lost, long cause) {
        if (lost.kind().equals(CreditRuns.SUBJECT)) {
            CreditShare.Told told = lost.withheld() ? CreditShare.Told.WITHHELD : CreditShare.Told.UNDELIVERED;
            shares.lost(product.bureau(), lost.subject(), lost.code().equals(CreditNotices.REVERSED), told)
                    .flatMap(run -> runs.find(product.bureau(), run))
                    .ifPresent(run -> notices.unreached(product, run, Long.toString(cause)));
        }
    }

    /** It may have been lost once more meanwhile; that is heard of in its own right, before this or after it. */
    private void again(Actor product, Resent sent) {
        if (sent.kind().equals(CreditRuns.SUBJECT) && !messages.lost(product, new MessageId(sent.message()))) {
            shares.sentAgain(product.bureau(), sent.subject(), sent.code().equals(CreditNotices.REVERSED));
        }
    }
}
