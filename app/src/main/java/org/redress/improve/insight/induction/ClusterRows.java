package org.redress.improve.insight.induction;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.improve.insight.CauseId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code insight.cluster}, {@code insight.cluster_member}, {@code insight.cluster_step}, {@code insight.cluster_look}. */
@Repository
class ClusterRows {

    static final String SHOWN = """
            select * from insight.cluster
             where bureau = :bureau and present and state = :state and (cases, id) < (:cases, :id)
             order by cases desc, id desc limit :limit
            """;
    static final String MEMBERS = """
            select ticket, closed_at from insight.cluster_member
             where bureau = :bureau and cluster = :cluster and (closed_at, ticket) < (:at, :after)
             order by closed_at desc, ticket desc limit :limit
            """;
    /** Whether there is more to see: after a day, after an hour with news, at once where a fifth of the cases is news. */
    static final String CHANGED = """
            select coalesce(
                (select l.at <= :dayAgo
                     or news.cases > 0 and l.at <= :hourAgo
                     or news.cases > greatest(20, l.cases / 5)
                   from insight.cluster_look l
                  cross join lateral (select count(*) as cases
                                        from (select from insight.case_revision r
                                               where r.bureau = l.bureau and r.at >= l.at limit 5000) one) news
                  where l.bureau = :bureau),
                exists (select from insight.recovery_case where bureau = :bureau))
            """;

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    ClusterRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** One look at a time in a bureau; held until the transaction ends. */
    void hold(BureauId bureau) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('insight.cluster'), ?)")
                .param(bureau.value())
                .query((row, n) -> 0)
                .list();
    }

    boolean changed(BureauId bureau, Instant now) {
        return jdbc.sql(CHANGED)
                .param("bureau", bureau.value())
                .param("dayAgo", Moments.at(now.minus(Duration.ofDays(1))))
                .param("hourAgo", Moments.at(now.minus(Duration.ofHours(1))))
                .query(Boolean.class)
                .single();
    }

    void looked(BureauId bureau, Instant now, int cases, @Nullable Instant since) {
        jdbc.sql("""
                        insert into insight.cluster_look (bureau, at, cases, since)
                        values (:bureau, :at, :cases, :since::timestamptz)
                        on conflict (bureau) do update
                           set at = excluded.at, cases = excluded.cases, since = excluded.since
                        """)
                .param("bureau", bureau.value())
                .param("at", Moments.at(now))
                .param("cases", cases)
                .param("since", since == null ? null : Moments.at(since))
                .update();
    }

    /**
     * When the bureau's cases were looked at last, and how many there were.
     *
     * @param since when the oldest of them was closed where older ones of the window were left out, else null
     */
    record Look(Instant at, int cases, @Nullable Instant since) {}

    Optional<Look> look(BureauId bureau) {
        return jdbc.sql("select at, cases, since from insight.cluster_look where bureau = ?")
                .param(bureau.value())
                .query((row, n) -> new Look(
                        row.getTimestamp(1).toInstant(),
                        row.getInt(2),
                        row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant()))
                .optional();
    }

    /** In which cluster each case was at the last look. */
    Map<TicketId, ClusterId> members(BureauId bureau) {
        Map<TicketId, ClusterId> members = new HashMap<>();
        jdbc.sql("select ticket, cluster from insight.cluster_member where bureau = ?")
                .param(bureau.value())
                .query(row -> {
                    members.put(
                            new TicketId(row.getObject(1, UUID.class)), new ClusterId(row.getObject(2, UUID.class)));
                });
        return members;
    }

    /** Every cluster that there ever was, some hundred. */
    Map<ClusterId, Cluster> all(BureauId bureau) {
        return jdbc
                .sql("select * from insight.cluster where bureau = ?")
                .param(bureau.value())
                .query(ClusterRows::cluster)
                .list()
                .stream()
                .collect(Collectors.toMap(Cluster::id, one -> one));
    }

    void gone(BureauId bureau) {
        jdbc.sql("update insight.cluster set present = false where bureau = ? and present")
                .param(bureau.value())
                .update();
    }

    /** Writes what a look found; what people decided stays. */
    void write(BureauId bureau, ClusterId id, Gathered.Found found, Instant now) {
        batch.update(connection -> {
            var statement = connection.prepareStatement("""
                    insert into insight.cluster
                      (bureau, id, state, present, words, cases, growth, cause, cause_cases, failure_type, place, first_seen, looked_at)
                    values (?, ?, 'open', true, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (bureau, id) do update
                       set present = true, words = excluded.words, cases = excluded.cases, growth = excluded.growth,
                           cause = excluded.cause, cause_cases = excluded.cause_cases,
                           failure_type = excluded.failure_type, place = excluded.place, looked_at = excluded.looked_at
                    """);
            Array words = connection.createArrayOf("text", found.words().toArray());
            Array growth = connection.createArrayOf("int", found.growth().toArray());
            statement.setInt(1, bureau.value());
            statement.setObject(2, id.value());
            statement.setArray(3, words);
            statement.setInt(4, found.members().size());
            statement.setArray(5, growth);
            statement.setObject(6, found.cause() == null ? null : found.cause().value(), Types.OTHER);
            statement.setInt(7, found.causeCases());
            statement.setString(8, found.type());
            statement.setString(9, found.place());
            statement.setTimestamp(10, Timestamp.from(now));
            statement.setTimestamp(11, Timestamp.from(now));
            return statement;
        });
        batch.batchUpdate("""
                insert into insight.cluster_member as m (bureau, ticket, cluster, closed_at) values (?, ?, ?, ?)
                on conflict (bureau, ticket) do update set cluster = excluded.cluster, closed_at = excluded.closed_at
                 where m.cluster <> excluded.cluster or m.closed_at <> excluded.closed_at
                """, found.members(), BATCH, (statement, one) -> {
            statement.setInt(1, bureau.value());
            statement.setObject(2, one.ticket().value());
            statement.setObject(3, id.value());
            statement.setTimestamp(4, Timestamp.from(one.closedAt()));
        });
    }

    /** Takes cases out of clusters in which they no longer are. */
    void leave(BureauId bureau, List<TicketId> tickets) {
        jdbc.sql("delete from insight.cluster_member where bureau = ? and ticket = any(?)")
                .params(bureau.value(), tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .update();
    }

    /** Puts it aside, or takes it up again with {@code size} null; false where the version is another one by now. */
    boolean decide(BureauId bureau, ClusterId id, int version, @Nullable Integer size) {
        return jdbc.sql("""
                        update insight.cluster
                           set state = case when :size::int is null then 'open' else 'dismissed' end,
                               dismissed_size = :size, version = version + 1
                         where bureau = :bureau and id = :id and version = :version
                        """)
                        .param("size", size, Types.INTEGER)
                        .param("bureau", bureau.value())
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    void step(Actor by, ClusterId id, String what, String why, int cases, Instant now) {
        jdbc.sql("""
                        insert into insight.cluster_step (bureau, cluster, what, why, cases, staff, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        by.bureau().value(),
                        id.value(),
                        what,
                        why,
                        cases,
                        by.staff().value(),
                        Moments.at(now))
                .update();
    }

    List<ClusterStep> steps(BureauId bureau, ClusterId id) {
        return jdbc.sql("""
                        select what, why, cases, at from insight.cluster_step
                         where bureau = ? and cluster = ? order by seq desc limit 50
                        """)
                .params(bureau.value(), id.value())
                .query((row, n) -> new ClusterStep(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    Optional<Cluster> find(BureauId bureau, ClusterId id) {
        return jdbc.sql("select * from insight.cluster where bureau = ? and id = ?")
                .params(bureau.value(), id.value())
                .query(ClusterRows::cluster)
                .optional();
    }

    List<Cluster> page(BureauId bureau, boolean dismissed, int cases, UUID id, int limit) {
        return jdbc.sql(SHOWN)
                .param("bureau", bureau.value())
                .param("state", dismissed ? "dismissed" : "open")
                .param("cases", cases)
                .param("id", id)
                .param("limit", limit)
                .query(ClusterRows::cluster)
                .list();
    }

    /** A case of a cluster, and the key after which the next page begins. */
    record Member(TicketId ticket, Instant closedAt) {}

    List<Member> members(BureauId bureau, ClusterId id, Instant at, UUID after, int limit) {
        return jdbc.sql(MEMBERS)
                .param("bureau", bureau.value())
                .param("cluster", id.value())
                .param("at", Moments.at(at))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Member(
                        new TicketId(row.getObject(1, UUID.class)),
                        row.getTimestamp(2).toInstant()))
                .list();
    }

    private static Cluster cluster(ResultSet row, int n) throws SQLException {
        UUID cause = row.getObject("cause", UUID.class);
        return new Cluster(
                new ClusterId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                Arrays.asList((String[]) row.getArray("words").getArray()),
                row.getInt("cases"),
                Arrays.asList((Integer[]) row.getArray("growth").getArray()),
                cause == null ? null : new CauseId(cause),
                row.getInt("cause_cases"),
                row.getString("failure_type"),
                row.getString("place"),
                row.getTimestamp("first_seen").toInstant(),
                row.getObject("dismissed_size", Integer.class));
    }
}
