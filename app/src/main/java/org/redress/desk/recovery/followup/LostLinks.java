package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.util.List;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.Undelivered;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * Hears that a link has not reached its customer: they were not asked, so they are on the list of those to ask by telephone. A
 * reminder that is lost changes nothing, the link itself is out.
 */
@Component
class LostLinks implements OutboxListener {

    private final FollowUpRows rows;
    private final Bureaus bureaus;
    private final Clock clock;

    LostLinks(FollowUpRows rows, Bureaus bureaus, Clock clock) {
        this.rows = rows;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(Undelivered.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Undelivered lost = Undelivered.read(message.payload());
        if (lost.kind().equals(FollowUps.KIND)) {
            Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
            rows.hold(product.bureau(), new FollowUpId(lost.subject()))
                    .filter(one -> one.state() == FollowUpState.ASKED)
                    .ifPresent(one -> keep(product, one, lost));
        }
    }

    private void keep(Actor product, FollowUp one, Undelivered lost) {
        rows.step(product.bureau(), one.id(), product.staff(), FollowUpStep.What.UNDELIVERED, "", clock.instant());
        if (lost.code().endsWith("." + FollowUpSending.ASK)) {
            rows.state(product.bureau(), one.id(), FollowUpState.UNREACHED, null);
        }
    }
}
