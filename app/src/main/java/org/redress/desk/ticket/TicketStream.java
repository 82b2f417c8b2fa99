package org.redress.desk.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads a whole view through a cursor of the database, so that its length costs no memory. */
@Component
class TicketStream {

    private static final int CHUNK = 500;

    private final NamedParameterJdbcTemplate jdbc;
    private final Cards cards;

    TicketStream(DataSource dataSource, Cards cards) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(CHUNK);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.cards = cards;
    }

    /** Must run in a transaction: outside of one the driver reads everything at once. */
    void read(Actor actor, ViewSql view, Consumer<TicketCard> each) {
        List<CardRow> chunk = new ArrayList<>(CHUNK);
        RowCallbackHandler collect = row -> {
            chunk.add(CardRow.of(row, view.key()));
            if (chunk.size() == CHUNK) {
                hand(actor, chunk, each);
            }
        };
        jdbc.query(
                "select " + CardRow.COLUMNS + " from ticket.ticket t where " + view.where() + view.order(),
                view.params(),
                collect);
        hand(actor, chunk, each);
    }

    private void hand(Actor actor, List<CardRow> chunk, Consumer<TicketCard> each) {
        cards.of(actor, chunk).forEach(each);
        chunk.clear();
    }
}
