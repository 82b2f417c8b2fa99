package org.redress.improve.quality.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code quality.decision}. */
@Repository
class DecisionRows {

    static final String NOT_OVER = """
            select id from quality.decision where bureau = ? and state = 'OPEN'
            union all select id from quality.decision where bureau = ? and state <> 'OPEN' and ended_at >= ?
            """;

    private final JdbcClient jdbc;

    DecisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes it under the next number of the bureau. */
    Decision insert(BureauId bureau, Decision one) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('quality.decision'), ?)")
                .param(bureau.value())
                .query((row, n) -> true)
                .single();
        jdbc.sql("""
                        insert into quality.decision (bureau, id, number, review, what, owner, due_on, state, made_by, made_at)
                        select :bureau, :id, coalesce(max(number), 0) + 1, :review, :what, :owner, :due, 'OPEN', :by, :at
                          from quality.decision where bureau = :bureau
                        """)
                .param("bureau", bureau.value())
                .param("id", one.id().value())
                .param("review", one.review().value())
                .param("what", one.what())
                .param("owner", one.owner().value())
                .param("due", one.dueOn())
                .param("by", one.madeBy().value())
                .param("at", Moments.at(one.madeAt()))
                .update();
        return find(bureau, one.id()).orElseThrow();
    }

    boolean end(
            BureauId bureau,
            DecisionId id,
            int version,
            Decision.State state,
            String outcome,
            StaffId by,
            Instant now) {
        return jdbc.sql("""
                        update quality.decision
                           set state = ?, outcome = ?, ended_by = ?, ended_at = ?, version = version + 1
                         where bureau = ? and id = ? and version = ? and state = 'OPEN'
                        """)
                        .params(state.name(), outcome, by.value(), Moments.at(now), bureau.value(), id.value(), version)
                        .update()
                == 1;
    }

    Optional<Decision> find(BureauId bureau, DecisionId id) {
        return list(bureau, "id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    List<Decision> of(BureauId bureau, ReviewId review) {
        return list(bureau, "review = :review order by number", Map.of("review", review.value()));
    }

    /** Decisions of meetings before a week: what is open, what the last meeting made, and what has ended since it was held. */
    List<Decision> before(BureauId bureau, LocalDate week, Review last, int limit) {
        return list(
                bureau,
                """
                        (state = 'OPEN' or review = :last or ended_at >= :since)
                        and review in (select id from quality.review where bureau = :bureau and week < :week)
                        order by number limit :limit
                        """,
                Map.of(
                        "last",
                        last.id().value(),
                        "since",
                        Moments.at(last.heldAt() == null ? last.preparedAt() : last.heldAt()),
                        "week",
                        week,
                        "limit",
                        limit));
    }

    /** What was still open at a moment or made after it. */
    List<UUID> notOverBefore(BureauId bureau, Instant moment) {
        return jdbc.sql(NOT_OVER)
                .params(bureau.value(), bureau.value(), Moments.at(moment))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those that a condition selects, in its order. */
    List<Decision> list(BureauId bureau, String where, Map<String, ?> params) {
        return jdbc.sql("select * from quality.decision where bureau = :bureau and " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query(DecisionRows::decision)
                .list();
    }

    private static Decision decision(ResultSet row, int n) throws SQLException {
        return new Decision(
                new DecisionId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                new ReviewId(row.getObject("review", UUID.class)),
                row.getString("what"),
                new StaffId(row.getObject("owner", UUID.class)),
                row.getObject("due_on", LocalDate.class),
                Decision.State.valueOf(row.getString("state")),
                row.getString("outcome"),
                new StaffId(row.getObject("made_by", UUID.class)),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at") == null
                        ? null
                        : row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
