package org.redress.desk.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Ids;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands written about a ticket: history, notes, answers. */
@Component
class Stories {

    private final JdbcClient jdbc;
    private final Clock clock;

    Stories(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    TicketStory of(Actor actor, TicketId id) {
        List<TicketStory.Entry> entries = new ArrayList<>();
        entries.addAll(read(actor, id, "ticket.step", "seq", Stories::happened));
        entries.addAll(read(actor, id, "ticket.note", "id", Stories::noted));
        entries.addAll(read(actor, id, "ticket.answer", "id", Stories::answered));
        entries.sort(Comparator.comparing(TicketStory.Entry::at));
        return new TicketStory(List.copyOf(entries));
    }

    private <T extends TicketStory.Entry> List<T> read(
            Actor actor, TicketId id, String table, String order, RowMapper<T> mapper) {
        return jdbc.sql("select * from " + table + " where bureau = ? and ticket = ? order by at, " + order)
                .params(actor.bureau().value(), id.value())
                .query(mapper)
                .list();
    }

    /** Whether something happened with it. */
    boolean has(Actor actor, TicketId id, String what) {
        return jdbc.sql("select exists (select from ticket.step where bureau = ? and ticket = ? and what = ?)")
                .params(actor.bureau().value(), id.value(), what)
                .query(Boolean.class)
                .single();
    }

    void addNote(Actor actor, TicketId id, String text) {
        jdbc.sql("insert into ticket.note (bureau, ticket, id, at, staff, text) values (?, ?, ?, ?, ?, ?)")
                .params(
                        actor.bureau().value(),
                        id.value(),
                        Ids.next(),
                        Moments.at(clock.instant()),
                        actor.staff().value(),
                        text)
                .update();
    }

    void addAnswer(Actor actor, TicketId id, Channel channel, String text) {
        jdbc.sql(
                        "insert into ticket.answer (bureau, ticket, id, at, staff, post, channel, text) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        actor.bureau().value(),
                        id.value(),
                        Ids.next(),
                        Moments.at(clock.instant()),
                        actor.staff().value(),
                        actor.post(),
                        channel.name(),
                        text)
                .update();
    }

    private static TicketStory.Happened happened(ResultSet row, int n) throws SQLException {
        String from = row.getString("from_state");
        return new TicketStory.Happened(
                Moments.get(row, "at"),
                by(row),
                row.getString("what"),
                from == null ? null : TicketState.ofWire(from),
                TicketState.ofWire(row.getString("to_state")),
                row.getString("why"),
                row.getString("about"));
    }

    private static TicketStory.Noted noted(ResultSet row, int n) throws SQLException {
        return new TicketStory.Noted(Moments.get(row, "at"), by(row), row.getString("text"));
    }

    private static TicketStory.Answered answered(ResultSet row, int n) throws SQLException {
        return new TicketStory.Answered(
                Moments.get(row, "at"),
                by(row),
                row.getString("post"),
                Channel.valueOf(row.getString("channel")),
                row.getString("text"));
    }

    private static StaffId by(ResultSet row) throws SQLException {
        return new StaffId(row.getObject("staff", UUID.class));
    }
}
