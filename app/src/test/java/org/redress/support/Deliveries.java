package org.redress.support;

import org.awaitility.Awaitility;
import org.redress.ground.identity.Actor;
import org.redress.platform.jobs.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Waits until listeners have heard what a bureau has told, whoever delivers it: the product's own job does so meanwhile. */
@Component
public class Deliveries {

    private final Outbox outbox;
    private final JdbcClient jdbc;

    Deliveries(Outbox outbox, JdbcClient jdbc) {
        this.outbox = outbox;
        this.jdbc = jdbc;
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
