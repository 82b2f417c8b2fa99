package org.redress.desk.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which failure types people have chosen for which words: what suggestions are learned from and measured by. */
@Component
public class ChosenTypes {

    static final String LATEST = """
            t.failure_type is not null and (t.classified_at, t.id) < (:at, :id)
             order by t.classified_at desc, t.id desc limit :limit""";

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    ChosenTypes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A choice.
     *
     * @param by who chose; whoever sent the file where a source's own word for it was taken
     * @param suggestion what had been suggested, or null
     */
    public record Chosen(
            TicketId ticket,
            String subject,
            String text,
            String type,
            StaffId by,
            Instant at,
            @Nullable Suggestion suggestion,
            @Nullable CustomerId customer) {}

    /** The latest choices, after the last one seen; null for the first page. */
    public List<Chosen> latest(Actor actor, @Nullable Chosen after, int limit) {
        Reach reach = Reach.of(actor, Action.READ);
        return jdbc.sql("select t.* from ticket.ticket t where " + reach.sql() + " and " + LATEST)
                .params(reach.params())
                .param("at", Moments.at(after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.at()))
                .param("id", after == null ? LAST : after.ticket().value())
                .param("limit", limit)
                .query(ChosenTypes::chosen)
                .list();
    }

    /** The choices made for these tickets; one query. */
    public List<Chosen> of(Actor actor, Collection<TicketId> ids) {
        Reach reach = Reach.of(actor, Action.READ);
        return jdbc.sql("select t.* from ticket.ticket t where " + reach.sql()
                        + " and t.id = any(:ids) and t.failure_type is not null")
                .params(reach.params())
                .param("ids", ids.stream().map(TicketId::value).toArray(UUID[]::new))
                .query(ChosenTypes::chosen)
                .list();
    }

    /** How many choices were made after a moment; counted to a limit. */
    public int since(Actor actor, Instant moment, int limit) {
        Reach reach = Reach.of(actor, Action.READ);
        return jdbc.sql("select count(*) from (select 1 from ticket.ticket t where " + reach.sql()
                        + " and t.failure_type is not null and t.classified_at > :at limit :limit) choices")
                .params(reach.params())
                .param("at", Moments.at(moment))
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    private static Chosen chosen(ResultSet row, int n) throws SQLException {
        Ticket ticket = TicketRows.ticket(row, n);
        Ticket.Classified classified = java.util.Objects.requireNonNull(ticket.classified());
        return new Chosen(
                ticket.id(),
                ticket.subject(),
                ticket.text(),
                classified.type(),
                classified.by(),
                classified.at(),
                ticket.suggestion(),
                ticket.customer());
    }
}
