package org.redress.desk.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.commitment.ClocksRecounted;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A calendar or a limit has changed: the copy of when a reply falls due is read anew from its clock; no page becomes stale. */
@Component
class ReplyRecount implements OutboxListener {

    private static final String HOLD =
            "select id from ticket.ticket where bureau = ? and id = any(?) and open order by id for update";

    private static final String DUE = "update ticket.ticket set due_at = ? where bureau = ? and id = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ReplyClocks clocks;
    private final Bureaus bureaus;

    ReplyRecount(JdbcClient jdbc, JdbcTemplate batch, ReplyClocks clocks, Bureaus bureaus) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clocks = clocks;
        this.bureaus = bureaus;
    }

    @Override
    public List<String> topics() {
        return List.of(ClocksRecounted.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        List<Subject> recounted = ClocksRecounted.read(message.payload()).of(ReplyClocks.KIND);
        if (recounted.isEmpty()) {
            return;
        }
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        List<UUID> held = jdbc.sql(HOLD)
                .params(message.bureau(), recounted.stream().map(Subject::id).toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        Map<UUID, ReplyNow> replies = clocks.owed(product, held);
        batch.batchUpdate(DUE, new ArrayList<>(replies.entrySet()), 500, (statement, reply) -> {
            statement.setObject(1, Moments.atOrNever(reply.getValue().dueAt()));
            statement.setInt(2, message.bureau());
            statement.setObject(3, reply.getKey());
        });
    }
}
