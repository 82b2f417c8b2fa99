package org.redress.ground.commitment;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.RuleRef;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of clocks; their pauses and changes are in {@link SpanRows}. */
@Component
class ClockRows {

    private static final int BATCH = 500;

    private static final String INSERT = """
            insert into commitment.clock
              (bureau, id, subject_kind, subject, name, amount, unit, rule_code, rule_jurisdiction, rule_version,
               calendar, warn_percent, started_at, due_at, warn_at, late_since, ending, ended_at, next_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (bureau, subject, name) where ending = 'OPEN' do nothing
            """;

    /** Everything of a clock that can change; the version is compared in the statement that writes. */
    private static final String UPDATE = """
            update commitment.clock
               set amount = ?, unit = ?, rule_code = ?, rule_jurisdiction = ?, rule_version = ?,
                   due_at = ?, warn_at = ?, late_since = ?, ending = ?, ended_at = ?,
                   rung = ?, rung_at = ?, rung_answered = ?, next_at = ?, version = version + 1
             where bureau = ? and id = ? and version = ?
            """;

    private static final String BEHIND =
            "ending = 'OPEN' and rule_code = :code and (amount <> :amount or unit <> :unit)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final SpanRows spans;
    private final CalendarShelf calendars;
    private final Rulebook rulebook;
    private final Patiences patiences;

    ClockRows(
            JdbcClient jdbc,
            JdbcTemplate batch,
            SpanRows spans,
            CalendarShelf calendars,
            Rulebook rulebook,
            Patiences patiences) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.spans = spans;
        this.calendars = calendars;
        this.rulebook = rulebook;
        this.patiences = patiences;
    }

    /** Adds clocks; one whose like runs already is left out. */
    void insert(BureauId bureau, List<Clock> clocks) {
        Patience patience = patiences.of(bureau);
        batch.batchUpdate(INSERT, clocks, BATCH, (statement, clock) -> set(statement, bureau, clock, patience));
    }

    private static void set(PreparedStatement statement, BureauId bureau, Clock clock, Patience patience)
            throws SQLException {
        Rule rule = clock.rule();
        int at = 1;
        statement.setInt(at++, bureau.value());
        statement.setObject(at++, clock.id());
        statement.setString(at++, clock.subject().kind());
        statement.setObject(at++, clock.subject().id());
        statement.setString(at++, clock.name());
        statement.setInt(at++, clock.limit().amount());
        statement.setString(at++, clock.limit().unit().name());
        statement.setString(at++, rule == null ? null : rule.code());
        statement.setString(at++, rule == null ? null : rule.jurisdiction());
        statement.setObject(at++, rule == null ? null : rule.version(), Types.INTEGER);
        statement.setString(at++, clock.calendarCode());
        statement.setInt(at++, clock.terms().warnPercent());
        statement.setObject(at++, Moments.atOrNull(clock.startedAt()));
        statement.setObject(at++, Moments.atOrNull(clock.dueAt()));
        statement.setObject(at++, Moments.atOrNull(clock.warnAt()));
        statement.setObject(at++, Moments.atOrNull(clock.lateSince()));
        statement.setString(at++, clock.ending().name());
        statement.setObject(at++, Moments.atOrNull(clock.endedAt()));
        statement.setObject(at, Moments.atOrNull(clock.nextAt(patience)));
    }

    /** Writes what a clock has become; those whose version is another by now are left, and counted out. */
    int update(BureauId bureau, List<Clock> clocks) {
        Patience patience = patiences.of(bureau);
        int[][] counts = batch.batchUpdate(UPDATE, clocks, BATCH, (statement, clock) -> {
            Rule rule = clock.rule();
            int at = 1;
            statement.setInt(at++, clock.limit().amount());
            statement.setString(at++, clock.limit().unit().name());
            statement.setString(at++, rule == null ? null : rule.code());
            statement.setString(at++, rule == null ? null : rule.jurisdiction());
            statement.setObject(at++, rule == null ? null : rule.version(), Types.INTEGER);
            statement.setObject(at++, Moments.atOrNull(clock.dueAt()));
            statement.setObject(at++, Moments.atOrNull(clock.warnAt()));
            statement.setObject(at++, Moments.atOrNull(clock.lateSince()));
            statement.setString(at++, clock.ending().name());
            statement.setObject(at++, Moments.atOrNull(clock.endedAt()));
            statement.setString(at++, clock.climb().rung().name());
            statement.setObject(at++, Moments.atOrNull(clock.climb().since()));
            statement.setBoolean(at++, clock.climb().answered());
            statement.setObject(at++, Moments.atOrNull(clock.nextAt(patience)));
            statement.setInt(at++, bureau.value());
            statement.setObject(at++, clock.id());
            statement.setInt(at, clock.version());
        });
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    /** The open clock of a subject, held for this transaction so that two changes follow one another. */
    Optional<Clock> open(BureauId bureau, Subject subject, String name) {
        return read(bureau, """
                        where bureau = :bureau and subject = :subject and subject_kind = :kind and name = :name
                          and ending = 'OPEN' for update
                        """, Map.of("subject", subject.id(), "kind", subject.kind(), "name", name)).stream()
                .findFirst();
    }

    /** Every clock of these subjects by when it started. */
    List<Clock> of(BureauId bureau, Collection<Subject> subjects) {
        UUID[] ids = subjects.stream().map(Subject::id).distinct().toArray(UUID[]::new);
        return read(
                bureau,
                "where bureau = :bureau and subject = any(:subjects) order by started_at, id",
                Map.of("subjects", ids));
    }

    /** Clocks that run now and fall due before a moment, after a place in that order. */
    List<Clock> due(BureauId bureau, String kind, Instant before, DueAfter after, int limit, Instant now) {
        return read(
                bureau,
                """
                where bureau = :bureau and subject_kind = :kind and ending = 'OPEN' and due_at < :before
                  and (due_at, id) > (:at, :id)
                  and not exists (select from commitment.pause p
                                   where p.bureau = :bureau and p.clock = clock.id and p.from_at <= :now
                                     and (p.until_at is null or p.until_at > :now))
                order by due_at, id limit :limit
                """,
                Map.of(
                        "kind",
                        kind,
                        "before",
                        Moments.at(before),
                        "at",
                        Moments.at(after.dueAt()),
                        "id",
                        after.clock(),
                        "limit",
                        limit,
                        "now",
                        Moments.at(now)));
    }

    /**
     * Open clocks on these calendars, by id after a given one; with the calendar by which people are at work all those whose
     * escalation waits for an answer.
     */
    List<Clock> onCalendars(BureauId bureau, Collection<String> codes, UUID after, int limit) {
        return read(
                bureau,
                """
                where bureau = :bureau and ending = 'OPEN' and id > :after
                  and (calendar = any(:codes) or :working and rung in ('PERSON', 'HEAD', 'DIRECTOR'))
                order by id limit :limit for update
                """,
                Map.of(
                        "codes",
                        codes.toArray(String[]::new),
                        "working",
                        codes.contains(Calendars.WORKING),
                        "after",
                        after,
                        "limit",
                        limit));
    }

    /** How many open clocks go by a rule, but not by the limit that this version sets; counted from the index alone. */
    long behind(BureauId bureau, Rule inForce) {
        return jdbc.sql("select count(*) from commitment.clock where bureau = :bureau and " + BEHIND)
                .param("bureau", bureau.value())
                .params(behind(inForce))
                .query(Long.class)
                .single();
    }

    /** These clocks by id after a given one, held for this transaction. */
    List<Clock> behind(BureauId bureau, Rule inForce, UUID after, int limit) {
        Map<String, Object> params = new HashMap<>(behind(inForce));
        params.put("after", after);
        params.put("limit", limit);
        return read(
                bureau,
                "where bureau = :bureau and " + BEHIND + " and id > :after order by id limit :limit for update",
                params);
    }

    private static Map<String, Object> behind(Rule inForce) {
        Limit limit = inForce.limit();
        return Map.of(
                "code",
                inForce.code(),
                "amount",
                limit.amount(),
                "unit",
                limit.unit().name());
    }

    /** A clock by its id, held for this transaction. */
    Optional<Clock> held(BureauId bureau, UUID id) {
        return read(bureau, "where bureau = :bureau and id = :id for update", Map.of("id", id)).stream()
                .findFirst();
    }

    /** To which something happens now, longest due first; held for this transaction, and skipped where somebody else holds them. */
    List<Clock> ripe(BureauId bureau, Instant now, int limit) {
        return read(bureau, """
                        where bureau = :bureau and next_at <= :now and ending = 'OPEN'
                        order by next_at, id limit :limit for update skip locked
                        """, Map.of("now", Moments.at(now), "limit", limit));
    }

    /** Looks at the first of these later, so that it keeps no other waiting. */
    void postponeFirst(BureauId bureau, Instant now, Instant until) {
        jdbc.sql("""
                        update commitment.clock set next_at = :until
                         where bureau = :bureau and ending = 'OPEN'
                           and id = (select id from commitment.clock
                                      where bureau = :bureau and next_at <= :now and ending = 'OPEN'
                                      order by next_at, id limit 1)
                        """)
                .param("bureau", bureau.value())
                .param("now", Moments.at(now))
                .param("until", Moments.at(until))
                .update();
    }

    private List<Clock> read(BureauId bureau, String where, Map<String, ?> params) {
        Map<String, WorkCalendar> known = calendars.all(bureau);
        Map<RuleRef, Optional<Rule>> quoted = new HashMap<>();
        List<ClockRow> rows = jdbc.sql("select * from commitment.clock " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> {
                    RuleRef ref = ClockRow.rule(row);
                    Rule rule = ref == null
                            ? null
                            : quoted.computeIfAbsent(ref, r -> rulebook.find(bureau, r))
                                    .orElse(null);
                    return ClockRow.of(row, rule, known);
                })
                .list();
        List<UUID> ids = rows.stream().map(ClockRow::id).toList();
        Map<UUID, List<Pause>> pauses = spans.pauses(bureau, ids);
        Map<UUID, List<LimitChange>> changes = spans.changes(bureau, ids);
        return rows.stream()
                .map(row ->
                        row.clock(pauses.getOrDefault(row.id(), List.of()), changes.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
