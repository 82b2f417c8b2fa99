package org.redress.ground.notification.gateway;

import java.util.Locale;
import org.redress.ground.identity.BureauId;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.MessageId;
import org.redress.ground.notification.Outgoing;
import org.redress.ground.notification.Wording;
import org.redress.platform.database.Ids;

/** A message that is ready to leave. */
final class Sample {

    private Sample() {}

    static Outgoing of(MessageChannel channel, String address, String body) {
        return of(new BureauId(7), channel, address, body);
    }

    static Outgoing of(BureauId bureau, MessageChannel channel, String address, String body) {
        return new Outgoing(
                bureau,
                new MessageId(Ids.next()),
                channel,
                address,
                Locale.SIMPLIFIED_CHINESE,
                "T-1184273",
                "/desk",
                new Wording("对您所反映问题的答复", body));
    }
}
