package org.redress.desk.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code fault.outage}. */
@Repository
class OutageRows {

    static final String LINES = "select line from fault.outage_line"
            + " where bureau = :bureau and outage = :outage and line > :after order by line limit :limit";
    static final String ENDED = "select * from fault.outage where bureau = :bureau"
            + " and ended_at is not null and (ended_at, id) < (:at, :id) order by ended_at desc, id desc limit :limit";

    static final String OVERLAPS = """
            select exists (select from fault.outage
                            where bureau = :bureau and exchange = :exchange and id <> :id and ended_at > :since)
            """;
    static final String HITTING = """
            select o.* from fault.outage o
              join fault.outage_line l on l.bureau = o.bureau and l.outage = o.id
             where o.bureau = :bureau and o.ended_at is null and l.line = :line
             order by o.exchange = :exchange desc, o.declared_at desc limit 1
            """;
    static final String LINK = """
            update fault.fault f set outage = :outage
              from fault.outage_line l
             where l.bureau = :bureau and l.outage = :outage and f.bureau = l.bureau and f.line = l.line and f.open
               and f.outage is null and (f.restored_at is null or f.restored_at > :since)
            """;

    static final String DEAD = """
            select greatest(o.declared_at,
                            (select max(f.restored_at) from fault.fault f
                              where f.bureau = :bureau and f.line = :line and f.restored_at <= :reported)) as dead
              from fault.outage o
             where o.bureau = :bureau and o.id = :outage and o.declared_at < :reported
            """;

    private static final UUID TOP = new UUID(-1, -1);

    private final JdbcClient jdbc;

    OutageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where one of the exchange is open already. */
    boolean insert(BureauId bureau, Outage one) {
        return jdbc.sql("""
                        insert into fault.outage (bureau, id, exchange, reason, expected_end, declared_by, declared_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (bureau, exchange) where ended_at is null do nothing
                        """)
                        .params(
                                bureau.value(),
                                one.id().value(),
                                one.exchange(),
                                one.reason(),
                                Moments.at(one.expectedEnd()),
                                one.declaredBy().value(),
                                Moments.at(one.declaredAt()))
                        .update()
                == 1;
    }

    /** False where it has ended already, or there is none. */
    boolean end(Actor actor, OutageId id, Instant at) {
        return jdbc.sql("""
                        update fault.outage set ended_by = ?, ended_at = ?, version = version + 1
                         where bureau = ? and id = ? and ended_at is null
                        """)
                        .params(
                                actor.staff().value(),
                                Moments.at(at),
                                actor.bureau().value(),
                                id.value())
                        .update()
                == 1;
    }

    /** The tickets of its faults. */
    List<TicketId> tickets(BureauId bureau, OutageId id) {
        return jdbc.sql("select ticket from fault.fault where bureau = ? and outage = ?")
                .params(bureau.value(), id.value())
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    Optional<Outage> open(BureauId bureau, String exchange) {
        return jdbc.sql("select * from fault.outage where bureau = ? and exchange = ? and ended_at is null")
                .params(bureau.value(), exchange)
                .query((row, n) -> outage(row))
                .optional();
    }

    /**
     * What a line suffers from now, wherever it was served when that began; of two outages that of the exchange which serves
     * it now.
     */
    Optional<Outage> hitting(BureauId bureau, Line line) {
        return jdbc.sql(HITTING)
                .param("bureau", bureau.value())
                .param("exchange", line.exchange())
                .param("line", line.id().value())
                .query((row, n) -> outage(row))
                .optional();
    }

    /** Counts to an outage the open faults of the lines that it hits, whenever they were reported; how many. */
    int link(BureauId bureau, Outage outage) {
        return jdbc.sql(LINK)
                .param("bureau", bureau.value())
                .param("outage", outage.id().value())
                .param("since", Moments.at(outage.declaredAt()))
                .update();
    }

    List<Outage> of(BureauId bureau, Collection<OutageId> ids) {
        return jdbc.sql("select * from fault.outage where bureau = ? and id = any(?)")
                .params(bureau.value(), ids.stream().map(OutageId::value).toArray(UUID[]::new))
                .query((row, n) -> outage(row))
                .list();
    }

    /**
     * Since when the customer of a fault has no service: its report; in an outage the begin of that, though it was reported later,
     * or the last repair of the line since.
     */
    Instant dead(BureauId bureau, Fault fault) {
        Instant reported = fault.reported().at();
        return fault.outage() == null
                ? reported
                : jdbc.sql(DEAD)
                        .param("bureau", bureau.value())
                        .param("outage", fault.outage().value())
                        .param("line", fault.line().value())
                        .param("reported", Moments.at(reported))
                        .query((row, n) -> Moments.get(row, "dead"))
                        .optional()
                        .orElse(reported);
    }

    /** Whether another one of its exchange reaches into the time from its begin on. */
    boolean overlaps(BureauId bureau, Outage one) {
        return jdbc.sql(OVERLAPS)
                .param("bureau", bureau.value())
                .param("exchange", one.exchange())
                .param("id", one.id().value())
                .param("since", Moments.at(one.declaredAt()))
                .query(Boolean.class)
                .single();
    }

    /** The lines that it hits: those given, or where there are none all of its exchange. How many these are. */
    int hit(BureauId bureau, Outage outage, Collection<LineId> lines) {
        UUID[] named = lines.stream().map(LineId::value).toArray(UUID[]::new);
        return jdbc.sql("""
                        insert into fault.outage_line (bureau, outage, line)
                        select bureau, :outage, id from fault.line
                         where bureau = :bureau and exchange = :exchange and (:all or id = any(:lines))
                        """)
                .param("bureau", bureau.value())
                .param("outage", outage.id().value())
                .param("exchange", outage.exchange())
                .param("all", named.length == 0)
                .param("lines", named)
                .update();
    }

    long count(BureauId bureau, OutageId outage) {
        return jdbc.sql("select count(*) from fault.outage_line where bureau = ? and outage = ?")
                .params(bureau.value(), outage.value())
                .query(Long.class)
                .single();
    }

    /** The lines that it hit, after one of them. */
    List<LineId> lines(BureauId bureau, OutageId outage, @Nullable UUID after, int limit) {
        return jdbc.sql(LINES)
                .param("bureau", bureau.value())
                .param("outage", outage.value())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query((row, n) -> new LineId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Those that are over, the last one first, from before a place in that order. */
    List<Outage> ended(BureauId bureau, Instant before, UUID id, int limit) {
        return jdbc.sql(ENDED)
                .param("bureau", bureau.value())
                .param("at", Moments.at(before))
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> outage(row))
                .list();
    }

    /** The latest first, from before a place in that order. */
    List<Outage> list(BureauId bureau, @Nullable Instant before, @Nullable UUID id, int limit) {
        return jdbc.sql("""
                        select * from fault.outage where bureau = ? and (declared_at, id) < (?, ?)
                         order by declared_at desc, id desc limit ?
                        """)
                .params(bureau.value(), Moments.at(before == null ? Instant.MAX : before), id == null ? TOP : id, limit)
                .query((row, n) -> outage(row))
                .list();
    }

    /** How many reported faults belong to each. */
    Map<OutageId, Long> counts(BureauId bureau, Collection<OutageId> ids) {
        return jdbc
                .sql("select outage, count(*) from fault.fault where bureau = ? and outage = any(?) group by outage")
                .params(bureau.value(), ids.stream().map(OutageId::value).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(new OutageId(row.getObject(1, UUID.class)), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Outage outage(ResultSet row) throws SQLException {
        UUID endedBy = row.getObject("ended_by", UUID.class);
        return new Outage(
                new OutageId(row.getObject("id", UUID.class)),
                row.getString("exchange"),
                row.getString("reason"),
                Moments.get(row, "expected_end"),
                new StaffId(row.getObject("declared_by", UUID.class)),
                Moments.get(row, "declared_at"),
                endedBy == null ? null : new Outage.Ended(new StaffId(endedBy), Moments.get(row, "ended_at")));
    }
}
