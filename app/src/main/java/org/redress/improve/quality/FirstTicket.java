package org.redress.improve.quality;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Since when a customer can have been spoken of: what was over before their first ticket came in does not name them. */
@Component
public class FirstTicket {

    private final JdbcClient jdbc;

    FirstTicket(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the first of these tickets came in; empty where there is none. */
    public Optional<Instant> received(BureauId bureau, Collection<TicketId> tickets) {
        return jdbc.sql("select received_at from quality.fact where bureau = ? and ticket = any(?) order by 1 limit 1")
                .params(bureau.value(), tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query((row, n) -> Moments.get(row, "received_at"))
                .optional();
    }
}
