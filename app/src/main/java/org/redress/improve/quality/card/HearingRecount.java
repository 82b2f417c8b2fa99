package org.redress.improve.quality.card;

import java.util.UUID;
import org.redress.ground.commitment.RecountedClocks;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: until when whoever a card concerns is heard is read anew from its clock. */
@Component
class HearingRecount extends RecountedClocks {

    private final QualityCardRows rows;
    private final CardHearing hearing;

    HearingRecount(QualityCardRows rows, CardHearing hearing, Bureaus bureaus) {
        super(CardRights.KIND, bureaus);
        this.rows = rows;
        this.hearing = hearing;
    }

    @Override
    protected void follow(Actor product, UUID subject) {
        CardId card = new CardId(subject);
        hearing.until(product, card).ifPresent(until -> rows.hear(product.bureau(), card, until));
    }
}
