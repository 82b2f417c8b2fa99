package org.redress.improve.quality.support;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.improve.quality.QualityNames;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Tells the person and their supervisor; number and limit only, because lists of messages are read by more people. */
@Component
class SupportNotices {

    private final Messages messages;
    private final QualityNames names;

    SupportNotices(Messages messages, QualityNames names) {
        this.messages = messages;
        this.names = names;
    }

    void granted(Actor product, Relief relief) {
        tell(product, "support.granted", relief, relief.staff(), relief.useUntil(), SupportDesk.MINE);
    }

    void owed(Actor product, Relief relief, StaffId supervisor) {
        tell(product, "support.owed", relief, supervisor, relief.wordDueAt(), SupportDesk.TEAM);
    }

    void said(Actor product, Relief relief, Instant at) {
        tell(product, "support.said", relief, relief.staff(), at, SupportDesk.MINE);
    }

    private void tell(Actor product, String code, Relief relief, StaffId person, Instant due, String path) {
        Locale language = names.language(product, person);
        messages.send(
                product,
                new Message(
                        code,
                        MessageChannel.IN_APP,
                        language,
                        Recipient.staff(person),
                        new About(SupportRights.KIND, relief.id().value(), relief.spoken(), path),
                        code,
                        Map.of(
                                "number",
                                relief.spoken(),
                                "due",
                                Words.of(language).dateTime(due, product.zone())),
                        false));
    }
}
