package org.redress.ground.commitment;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.redress.ground.identity.Actor;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.redress.support.Deliveries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at the clocks, waits until everybody has heard of it, and remembers what was said of late ones. */
@Component
public class LateHeard implements OutboxListener {

    private final Watch watch;
    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Queue<ClockLate> heard = new ConcurrentLinkedQueue<>();

    LateHeard(Watch watch, JdbcClient jdbc, Deliveries deliveries) {
        this.watch = watch;
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    public void look(Actor of) {
        Awaitility.await().until(() -> {
            watch.look();
            return jdbc.sql("""
                            select not exists (select from commitment.clock
                                                where bureau = ? and next_at < now() - interval '1 second')
                            """).param(of.bureau().value()).query(Boolean.class).single();
        });
        deliveries.await(of);
    }

    List<ClockLate> of(Subject subject) {
        return heard.stream()
                .filter(late -> late.subject().equals(subject.id()))
                .toList();
    }

    @Override
    public List<String> topics() {
        return List.of(ClockLate.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        heard.add(ClockLate.read(message.payload()));
    }
}
