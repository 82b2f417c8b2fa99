package org.redress.improve.quality.hot;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code quality.hot}, and the facts behind it. */
@Repository
class HotRows {

    static final String FAILURE = "kind in ('COMPLAINT', 'FAULT', 'BILL_DISPUTE')";

    /** What came in, cut into spans of the window's length, read from one index. */
    static final String CELLS = """
            select place, type, case when type = '' then coalesce(subject, '?') else '' end as subject, unit,
                   floor(extract(epoch from :now::timestamptz - received_at) / (:days * 86400))::int as span,
                   count(*)::int as n
              from quality.fact
             where bureau = :bureau and kind in ('COMPLAINT', 'FAULT', 'BILL_DISPUTE')
               and received_at > :from and received_at <= :now
             group by 1, 2, 3, 4, 5
            """;

    static final String NOW = """
            select * from quality.hot where bureau = :bureau and cooled_at is null
               and (score, id) < (:score, :id) order by score desc, id desc limit :limit
            """;

    static final String COOLED = """
            select * from quality.hot where bureau = :bureau and cooled_at is not null
               and (cooled_at, id) < (:at, :id) order by cooled_at desc, id desc limit :limit
            """;

    static final String NOT_OVER = """
            select id from quality.hot where bureau = ? and cooled_at is null
            union all select id from quality.hot where bureau = ? and cooled_at is not null and cooled_at >= ?
            """;

    /** The latest tickets in the windows of matters that are known by a subject. */
    static final String LATEST = """
            select h.id, f.ticket from quality.hot h
             cross join lateral (
                   select ticket, received_at from quality.fact
                    where bureau = h.bureau and kind in ('COMPLAINT', 'FAULT', 'BILL_DISPUTE')
                      and type = '' and subject = h.subject and h.place in (place, '')
                      and received_at > h.measured_at - h.window_days * interval '24 hours'
                      and received_at <= h.measured_at
                    order by received_at desc, ticket desc limit :each) f
             where h.bureau = :bureau and h.id = any(:ids) and h.subject <> ''
             order by h.id, f.received_at desc, f.ticket desc
            """;

    private final JdbcClient jdbc;

    HotRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One search of a bureau at a time, to the end of the transaction. */
    void hold(BureauId bureau) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('quality.hot'), ?)")
                .param(bureau.value())
                .query((row, n) -> true)
                .single();
    }

    List<Cell> cells(BureauId bureau, Instant now, int days, int spans) {
        return jdbc.sql(CELLS)
                .param("bureau", bureau.value())
                .param("now", Moments.at(now))
                .param("days", days)
                .param("from", Moments.at(now.minusSeconds(days * 86_400L * (spans + 1))))
                .query((row, n) -> new Cell(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        new UnitId(row.getObject(4, UUID.class)),
                        row.getInt(5),
                        row.getInt(6)))
                .list();
    }

    /** What was still hot at a moment or became so after it. */
    List<UUID> notOverBefore(BureauId bureau, Instant moment) {
        return jdbc.sql(NOT_OVER)
                .params(bureau.value(), bureau.value(), Moments.at(moment))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    void insert(BureauId bureau, HotMatter one) {
        jdbc.sql("""
                        insert into quality.hot (bureau, id, place, type, subject, unit, raised_at, measured_at, window_days, spans,
                                                 count, earlier, score, course)
                        values (:bureau, :id, :place, :type, :subject, :unit, :at, :at, :days, :spans, :count, :earlier, :score, :course)
                        """)
                .param("bureau", bureau.value())
                .param("id", one.id().value())
                .param("place", one.matter().place())
                .param("type", one.matter().type())
                .param("subject", one.matter().subject())
                .param("unit", one.unit().value())
                .param("at", Moments.at(one.raisedAt()))
                .params(heat(one.heat(), one.course()))
                .update();
    }

    void measure(BureauId bureau, HotId id, Heat heat, List<Integer> course, Instant now) {
        jdbc.sql("""
                        update quality.hot
                           set measured_at = :at, window_days = :days, spans = :spans, count = :count, earlier = :earlier,
                               score = :score, course = :course
                         where bureau = :bureau and id = :id
                        """)
                .param("bureau", bureau.value())
                .param("id", id.value())
                .param("at", Moments.at(now))
                .params(heat(heat, course))
                .update();
    }

    private static Map<String, Object> heat(Heat heat, List<Integer> course) {
        return Map.of(
                "days",
                heat.windowDays(),
                "spans",
                heat.spans(),
                "count",
                heat.count(),
                "earlier",
                heat.earlier(),
                "score",
                heat.score(),
                "course",
                course.toArray(Integer[]::new));
    }

    void cool(BureauId bureau, HotId id, Instant now) {
        jdbc.sql("update quality.hot set cooled_at = :at where bureau = :bureau and id = :id and cooled_at is null")
                .param("bureau", bureau.value())
                .param("id", id.value())
                .param("at", Moments.at(now))
                .update();
    }

    /** False where somebody has said something to it, or it has cooled. */
    boolean say(BureauId bureau, HotId id, HotMatter.Said said) {
        return jdbc.sql("""
                        update quality.hot set said = :said, said_by = :by, said_at = :at, words = :words
                         where bureau = :bureau and id = :id and said is null and cooled_at is null
                        """)
                        .param("bureau", bureau.value())
                        .param("id", id.value())
                        .param("said", said.word().name())
                        .param("by", said.by().value())
                        .param("at", Moments.at(said.at()))
                        .param("words", said.words())
                        .update()
                == 1;
    }

    Optional<HotMatter> find(BureauId bureau, HotId id) {
        return jdbc.sql("select * from quality.hot where bureau = ? and id = ?")
                .params(bureau.value(), id.value())
                .query(HotRows::matter)
                .optional();
    }

    List<HotMatter> now(BureauId bureau, double score, UUID id, int limit) {
        return jdbc.sql(NOW)
                .param("bureau", bureau.value())
                .param("score", score)
                .param("id", id)
                .param("limit", limit)
                .query(HotRows::matter)
                .list();
    }

    List<HotMatter> cooled(BureauId bureau, Instant at, UUID id, int limit) {
        return jdbc.sql(COOLED)
                .param("bureau", bureau.value())
                .param("at", Moments.at(at))
                .param("id", id)
                .param("limit", limit)
                .query(HotRows::matter)
                .list();
    }

    /** The tickets of a matter in a stretch of time, the latest first. */
    static String tickets(Matter matter) {
        return tickets(matter, "= :type");
    }

    private static String tickets(Matter matter, String type) {
        return "select ticket, received_at from quality.fact where bureau = :bureau and " + FAILURE
                + (matter.place().isEmpty() ? "" : " and place = :place")
                + (matter.type().isEmpty() ? "" : " and type " + type)
                + (matter.subject().isEmpty() ? "" : " and type = '' and subject = :subject")
                + " and received_at > :from and (received_at, ticket) < (:at, :id)"
                + " order by received_at desc, ticket desc limit :limit";
    }

    /** The latest tickets in the window of each of these matters that is known by a subject, so many at most, the latest first. */
    Map<HotId, List<TicketId>> latest(BureauId bureau, Collection<HotId> ids, int each) {
        Map<HotId, List<TicketId>> latest = new LinkedHashMap<>();
        jdbc.sql(LATEST)
                .param("bureau", bureau.value())
                .param("ids", ids.stream().map(HotId::value).toArray(UUID[]::new))
                .param("each", each)
                .query(row -> {
                    latest.computeIfAbsent(new HotId(row.getObject("id", UUID.class)), id -> new ArrayList<>())
                            .add(new TicketId(row.getObject("ticket", UUID.class)));
                });
        return latest;
    }

    /** A ticket behind a matter. */
    record Behind(UUID ticket, Instant receivedAt) {}

    /** @param codes the types that are counted as the matter's */
    List<Behind> behind(
            BureauId bureau,
            Matter matter,
            Set<String> codes,
            Instant from,
            Instant at,
            @Nullable UUID after,
            int limit) {
        boolean one = codes.size() == 1;
        return jdbc.sql(one ? tickets(matter) : tickets(matter, "= any(:type)"))
                .param("bureau", bureau.value())
                .param("place", matter.place())
                .param("type", one ? matter.type() : codes.toArray(String[]::new))
                .param("subject", matter.subject())
                .param("from", Moments.at(from))
                .param("at", Moments.at(at))
                .param("id", after == null ? new UUID(-1, -1) : after)
                .param("limit", limit)
                .query((row, n) -> new Behind(row.getObject(1, UUID.class), Moments.get(row, "received_at")))
                .list();
    }

    private static HotMatter matter(ResultSet row, int n) throws SQLException {
        int spans = row.getInt("spans");
        HeatPolicy measure = new HeatPolicy(row.getInt("window_days"), spans, 1, 0, 0);
        String said = row.getString("said");
        Array course = row.getArray("course");
        return new HotMatter(
                new HotId(row.getObject("id", UUID.class)),
                new Matter(row.getString("place"), row.getString("type"), row.getString("subject")),
                new UnitId(row.getObject("unit", UUID.class)),
                Moments.get(row, "raised_at"),
                Moments.get(row, "measured_at"),
                row.getObject("cooled_at") == null ? null : Moments.get(row, "cooled_at"),
                measure.measure(row.getInt("count"), row.getInt("earlier")),
                Arrays.asList((Integer[]) course.getArray()),
                said == null
                        ? null
                        : new HotMatter.Said(
                                HotMatter.Word.valueOf(said),
                                new StaffId(row.getObject("said_by", UUID.class)),
                                Moments.get(row, "said_at"),
                                row.getString("words")));
    }
}
