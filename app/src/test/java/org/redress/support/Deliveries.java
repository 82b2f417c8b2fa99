package org.redress.support;

import java.util.UUID;
import org.awaitility.Awaitility;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.MessageId;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Undelivered;
import org.redress.platform.jobs.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Waits until listeners have heard what a bureau has told, whoever delivers it: the product's own job does so meanwhile. */
@Component
public class Deliveries {

    private final Outbox outbox;
    private final Messages messages;
    private final JdbcClient jdbc;

    Deliveries(Outbox outbox, Messages messages, JdbcClient jdbc) {
        this.outbox = outbox;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** The message that was written about a subject on this occasion is given up, and whoever answers for that has heard of it. */
    public MessageId lose(Actor of, String kind, UUID subject, String code) {
        UUID message = jdbc.sql("""
                        update notification.message set state = 'DEAD', fault = 'BOUNCED'
                         where bureau = ? and subject_kind = ? and subject = ? and code = ? returning id
                        """)
                .params(of.bureau().value(), kind, subject, code)
                .query(UUID.class)
                .single();
        tell(of, Undelivered.TOPIC, new Undelivered(message, kind, subject, code, MessageChannel.SMS, false));
        return new MessageId(message);
    }

    /** It is sent once more. */
    public void resend(Actor of, MessageId message) {
        messages.resend(of, message);
        await(of);
    }

    /** Something is told, once more or late. */
    public void tell(Actor of, String topic, Object payload) {
        outbox.add(of.bureau().value(), topic, JsonMapper.shared().writeValueAsString(payload));
        await(of);
    }

    public void await(Actor of) {
        Awaitility.await().until(() -> {
            outbox.drain();
            return jdbc.sql("select not exists (select from platform.outbox where bureau = ?)")
                    .param(of.bureau().value())
                    .query(Boolean.class)
                    .single();
        });
    }
}
