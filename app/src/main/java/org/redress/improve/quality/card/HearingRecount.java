package org.redress.improve.quality.card;

import java.util.List;
import org.redress.ground.commitment.ClocksRecounted;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: until when whoever a card concerns is heard is read anew from its clock. */
@Component
class HearingRecount implements OutboxListener {

    private final QualityCardRows rows;
    private final CardHearing hearing;
    private final Bureaus bureaus;

    HearingRecount(QualityCardRows rows, CardHearing hearing, Bureaus bureaus) {
        this.rows = rows;
        this.hearing = hearing;
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
        for (Subject subject : ClocksRecounted.read(message.payload()).of(CardRights.KIND)) {
            CardId card = new CardId(subject.id());
            hearing.until(product, card).ifPresent(until -> rows.hear(bureau, card, until));
        }
    }
}
