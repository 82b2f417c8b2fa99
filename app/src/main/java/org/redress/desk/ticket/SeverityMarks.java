package org.redress.desk.ticket;

import java.util.List;
import java.util.UUID;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How severe whoever stands above reckons the failure of a ticket. It is kept with the ticket, so that lists can be sorted and
 * narrowed by it, and is no change of the ticket: its version stays.
 */
@Component
public class SeverityMarks {

    static final String UNRATED =
            "select id from ticket.ticket where bureau = ? and open and severity = -1 and id < ? order by id desc limit ?";

    private final JdbcClient jdbc;

    SeverityMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open tickets before this one that were never rated, the newest first. */
    public List<TicketId> unrated(Actor product, UUID before, int limit) {
        product.require(Action.READ, Reach.KIND);
        return jdbc.sql(UNRATED)
                .params(product.bureau().value(), before, limit)
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    /** @param points 0 or more */
    @Transactional
    public void keep(Actor product, TicketId id, Grade grade, int points) {
        product.require(Action.WRITE, Reach.KIND);
        jdbc.sql("""
                        update ticket.ticket set severity = :points, grade = :grade
                         where bureau = :bureau and id = :id and (severity, grade) is distinct from (:points, :grade)
                        """)
                .param("bureau", product.bureau().value())
                .param("id", id.value())
                .param("points", points)
                .param("grade", grade.name())
                .update();
    }
}
