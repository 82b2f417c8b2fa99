package org.redress.desk.recovery.severity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.desk.ticket.Grade;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code recovery.severity}. */
@Repository
class SeverityRows {

    static final String WORST = """
            select ticket, points from recovery.severity
             where bureau = ? and open and (points, ticket) < (?, ?) order by points desc, ticket desc limit ?""";

    static final String GROWING = """
            select ticket from recovery.severity
             where bureau = ? and growing and ticket > ? order by ticket limit ?""";

    static final String OLDER = """
            select ticket from recovery.severity
             where bureau = ? and open and rules <> ? and ticket > ? order by ticket limit ?""";
    static final String UNMARKED = """
            select ticket from recovery.severity
             where bureau = ? and not marked order by ticket limit ?""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    SeverityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A ticket in the order of severity. */
    record Ranked(TicketId ticket, int points) {}

    /** Keeps the latest reckoning; one that is older than what is kept changes nothing, and false comes back. */
    boolean keep(BureauId bureau, TicketId ticket, boolean open, Severity severity) {
        return jdbc.sql("""
                        insert into recovery.severity
                               (bureau, ticket, points, grade, open, growing, addends, at, rules, marked)
                        values (:bureau, :ticket, :points, :grade, :open, :growing, :addends::jsonb, :at, :rules, true)
                        on conflict (bureau, ticket) do update
                           set points = excluded.points, grade = excluded.grade, open = excluded.open,
                               growing = excluded.growing, addends = excluded.addends, at = excluded.at,
                               rules = excluded.rules, marked = true
                         where severity.at <= excluded.at
                        """)
                        .param("bureau", bureau.value())
                        .param("ticket", ticket.value())
                        .param("points", severity.points())
                        .param("grade", severity.grade().name())
                        .param("open", open)
                        .param("growing", open && severity.growing())
                        .param("addends", JSON.writeValueAsString(severity.addends()))
                        .param("at", severity.at().atOffset(ZoneOffset.UTC))
                        .param("rules", severity.rules())
                        .update()
                == 1;
    }

    /** Those of which the ticket has not heard, from before tickets were told. */
    List<TicketId> unmarked(BureauId bureau, int limit) {
        return jdbc.sql(UNMARKED)
                .params(bureau.value(), limit)
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    void marked(BureauId bureau, Collection<TicketId> tickets) {
        jdbc.sql("update recovery.severity set marked = true where bureau = ? and ticket = any(?)")
                .params(bureau.value(), tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .update();
    }

    Map<TicketId, Severity> of(BureauId bureau, Collection<TicketId> tickets) {
        record Kept(TicketId ticket, Severity severity) {}
        return jdbc
                .sql("select * from recovery.severity where bureau = ? and ticket = any(?)")
                .params(bureau.value(), tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query((row, n) -> new Kept(new TicketId(row.getObject("ticket", UUID.class)), severity(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Kept::ticket, Kept::severity));
    }

    List<Ranked> worst(BureauId bureau, int points, UUID ticket, int limit) {
        return jdbc.sql(WORST)
                .params(bureau.value(), points, ticket, limit)
                .query((row, n) -> new Ranked(new TicketId(row.getObject(1, UUID.class)), row.getInt(2)))
                .list();
    }

    List<TicketId> growing(BureauId bureau, UUID after, int limit) {
        return jdbc.sql(GROWING)
                .params(bureau.value(), after, limit)
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Open ones that were reckoned by other numbers. */
    List<TicketId> older(BureauId bureau, int rules, UUID after, int limit) {
        return jdbc.sql(OLDER)
                .params(bureau.value(), rules, after, limit)
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    private static Severity severity(ResultSet row) throws SQLException {
        return new Severity(
                row.getInt("points"),
                Grade.valueOf(row.getString("grade")),
                List.of(JSON.readValue(row.getString("addends"), Addend[].class)),
                row.getBoolean("growing"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("rules"));
    }
}
