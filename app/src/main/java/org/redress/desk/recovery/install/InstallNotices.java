package org.redress.desk.recovery.install;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Writes to customers whose installation is late, and what they get for it. */
@Component
class InstallNotices {

    /** Customers' own language is not known; the bureau's is spoken. */
    private static final Locale LANGUAGE = Words.CHINESE;

    private final Messages messages;
    private final Customers customers;

    InstallNotices(Messages messages, Customers customers) {
        this.messages = messages;
        this.customers = customers;
    }

    /** It was not done on its day. */
    void late(Actor product, Install one) {
        write(
                product,
                one,
                "install.late",
                "late",
                Map.of("number", one.number(), "due", Words.of(LANGUAGE).date(one.due())));
    }

    /** It works, and so much is owed; again, with a correction. */
    void owed(Actor product, Install one, Damages damages, int seq) {
        write(
                product,
                one,
                "install.damages",
                "damages." + seq,
                Map.of(
                        "number", one.number(),
                        "count", Words.of(LANGUAGE).number(damages.days()),
                        "sum", Words.of(LANGUAGE).money(damages.sum())));
    }

    private void write(Actor product, Install one, String code, String occasion, Map<String, String> parameters) {
        Optional<ReachPoint> to = customers.reach(product, one.customer());
        to.ifPresent(point -> messages.send(
                product,
                new Message(
                        code,
                        channel(point.kind()),
                        LANGUAGE,
                        Recipient.customer(one.customer().value(), point.address(), point.consented()),
                        new About(InstallBook.KIND, one.id().value(), "", InstallAnswering.PATH),
                        occasion,
                        parameters,
                        false)));
    }

    private static MessageChannel channel(ReachPoint.Kind kind) {
        return switch (kind) {
            case MOBILE -> MessageChannel.SMS;
            case EMAIL -> MessageChannel.EMAIL;
            case POST -> MessageChannel.LETTER;
        };
    }
}
