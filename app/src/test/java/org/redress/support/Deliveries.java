package org.redress.support;

import java.util.UUID;
import org.awaitility.Awaitility;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Resent;
import org.redress.ground.notification.Undelivered;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Waits until listeners have heard what a bureau has told, whoever delivers it: the product's own job does so meanwhile. */
@Component
public class Deliveries {

    private final Outbox outbox;
    private final JdbcClient jdbc;

    Deliveries(Outbox outbox, JdbcClient jdbc) {
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    /** A message about a subject is given up, and whoever answers for that has heard of it. */
    public void lose(Actor of, String kind, UUID subject, String code) {
        Undelivered lost = new Undelivered(Ids.next(), kind, subject, code, MessageChannel.SMS, false);
        outbox.add(of.bureau().value(), Undelivered.TOPIC, JsonMapper.shared().writeValueAsString(lost));
        await(of);
    }

    /** It is sent once more. */
    public void resend(Actor of, String kind, UUID subject, String code) {
        Resent sent = new Resent(Ids.next(), kind, subject, code);
        outbox.add(of.bureau().value(), Resent.TOPIC, JsonMapper.shared().writeValueAsString(sent));
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
