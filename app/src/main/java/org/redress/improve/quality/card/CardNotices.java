package org.redress.improve.quality.card;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.improve.quality.QualityNames;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Tells whom a card concerns. A message says no more than its number and the limit: lists of messages are read by more
 * people than cards are.
 */
@Component
class CardNotices {

    private final Messages messages;
    private final CardHearing hearing;
    private final QualityNames names;

    CardNotices(Messages messages, CardHearing hearing, QualityNames names) {
        this.messages = messages;
        this.hearing = hearing;
        this.names = names;
    }

    void proposed(Actor product, QualityCard card, Instant now) {
        tell(product, card, "card.proposed", "proposed", card.grounds().hearUntil(), now);
    }

    void decided(Actor product, QualityCard card, Instant now) {
        tell(product, card, "card.decided", "decided." + card.version(), now, now);
    }

    private void tell(Actor product, QualityCard card, String code, String occasion, Instant due, Instant now) {
        hearing.addressee(product.bureau(), card, now).ifPresent(person -> {
            Locale language = names.language(product, person);
            messages.send(
                    product,
                    new Message(
                            code,
                            MessageChannel.IN_APP,
                            language,
                            Recipient.staff(person),
                            new About(
                                    CardRights.KIND,
                                    card.id().value(),
                                    card.spoken(),
                                    "/cards/" + card.id().value()),
                            occasion,
                            Map.of(
                                    "number",
                                    card.spoken(),
                                    "due",
                                    Words.of(language).dateTime(due, product.zone())),
                            false));
        });
    }
}
