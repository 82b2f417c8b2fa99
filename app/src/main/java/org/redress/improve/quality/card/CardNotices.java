package org.redress.improve.quality.card;

import java.time.Instant;
import java.util.Map;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.springframework.stereotype.Component;

/**
 * Tells whom a card concerns. A message says no more than its number and the limit: lists of messages are read by more
 * people than cards are.
 */
@Component
class CardNotices {

    private final Notices notices;
    private final CardHearing hearing;

    CardNotices(Notices notices, CardHearing hearing) {
        this.notices = notices;
        this.hearing = hearing;
    }

    void proposed(Actor product, QualityCard card, Instant now) {
        tell(product, card, "card.proposed", "proposed", card.grounds().hearUntil(), now);
    }

    void decided(Actor product, QualityCard card, Instant now) {
        tell(product, card, "card.decided", "decided." + card.version(), now, now);
    }

    private void tell(Actor product, QualityCard card, String code, String occasion, Instant due, Instant now) {
        hearing.addressee(product.bureau(), card, now)
                .ifPresent(person -> notices.ring(
                        product,
                        person,
                        new Notice(
                                code,
                                new About(
                                        CardRights.KIND,
                                        card.id().value(),
                                        card.spoken(),
                                        "/cards/" + card.id().value()),
                                occasion,
                                words -> Map.of("number", card.spoken(), "due", words.dateTime(due, product.zone())))));
    }
}
