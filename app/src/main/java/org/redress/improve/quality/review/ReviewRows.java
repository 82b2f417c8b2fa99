package org.redress.improve.quality.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code quality.review}. */
@Repository
class ReviewRows {

    static final String NOT_OVER = """
            select id from quality.review where bureau = ? and state <> 'CLOSED'
            union all select id from quality.review where bureau = ? and state = 'CLOSED' and closed_at >= ?
            """;

    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The meeting of the week; a new one where there was none. */
    ReviewId prepare(BureauId bureau, ReviewId id, LocalDate week, StaffId by, Instant now) {
        jdbc.sql("""
                        insert into quality.review (bureau, id, week, state, prepared_by, prepared_at)
                        values (?, ?, ?, 'PREPARED', ?, ?) on conflict (bureau, week) do nothing
                        """)
                .params(bureau.value(), id.value(), week, by.value(), Moments.at(now))
                .update();
        return jdbc.sql("select id from quality.review where bureau = ? and week = ?")
                .params(bureau.value(), week)
                .query((row, n) -> new ReviewId(row.getObject(1, UUID.class)))
                .single();
    }

    boolean hold(BureauId bureau, ReviewId id, int version, StaffId by, Instant now, ReviewPack pack) {
        return jdbc.sql("""
                        update quality.review
                           set state = 'HELD', held_by = ?, held_at = ?, pack = ?::jsonb, version = version + 1
                         where bureau = ? and id = ? and version = ? and state = 'PREPARED'
                        """)
                        .params(by.value(), Moments.at(now), pack.json(), bureau.value(), id.value(), version)
                        .update()
                == 1;
    }

    boolean minutes(BureauId bureau, ReviewId id, int version, String minutes) {
        return jdbc.sql("""
                        update quality.review set minutes = ?, version = version + 1
                         where bureau = ? and id = ? and version = ? and state = 'HELD'
                        """)
                        .params(minutes, bureau.value(), id.value(), version)
                        .update()
                == 1;
    }

    boolean close(BureauId bureau, ReviewId id, int version, Instant now) {
        return jdbc.sql("""
                        update quality.review set state = 'CLOSED', closed_at = ?, version = version + 1
                         where bureau = ? and id = ? and version = ? and state = 'HELD'
                        """)
                        .params(Moments.at(now), bureau.value(), id.value(), version)
                        .update()
                == 1;
    }

    Optional<Review> find(BureauId bureau, ReviewId id) {
        return jdbc.sql("select * from quality.review where bureau = ? and id = ?")
                .params(bureau.value(), id.value())
                .query(ReviewRows::review)
                .optional();
    }

    /** The last meeting that was held before a week. */
    Optional<Review> before(BureauId bureau, LocalDate week) {
        return jdbc.sql("""
                        select * from quality.review where bureau = ? and week < ? and state <> 'PREPARED'
                         order by week desc limit 1
                        """)
                .params(bureau.value(), week)
                .query(ReviewRows::review)
                .optional();
    }

    Optional<ReviewPack> pack(BureauId bureau, ReviewId id) {
        return jdbc.sql("select pack from quality.review where bureau = ? and id = ? and pack is not null")
                .params(bureau.value(), id.value())
                .query((row, n) -> ReviewPack.read(row.getString(1)))
                .optional();
    }

    /** The latest week first. */
    List<Review> list(BureauId bureau, @Nullable LocalDate below, int limit) {
        return jdbc.sql("select * from quality.review where bureau = ? and week < ? order by week desc limit ?")
                .params(bureau.value(), below == null ? LocalDate.of(9999, 1, 1) : below, limit)
                .query(ReviewRows::review)
                .list();
    }

    private record Told(UUID id, @Nullable ReviewPack pack, String minutes) {}

    /** Covers words in what was told in meetings that were not over before a moment; in how many. */
    int cover(BureauId bureau, Instant since, UnaryOperator<String> words) {
        UUID[] notOver = jdbc.sql(NOT_OVER)
                .params(bureau.value(), bureau.value(), Moments.at(since))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .toArray(UUID[]::new);
        int covered = 0;
        for (Told one : held(bureau, notOver)) {
            Told after = new Told(
                    one.id(), one.pack() == null ? null : one.pack().covered(words), words.apply(one.minutes()));
            if (!after.equals(one)) {
                covered++;
                write(bureau, after);
            }
        }
        return covered;
    }

    /** As they stand now: minutes that somebody is saving are waited for. */
    private List<Told> held(BureauId bureau, UUID[] ids) {
        return jdbc.sql(
                        "select id, pack, minutes from quality.review where bureau = ? and id = any(?) order by id for update")
                .params(bureau.value(), ids)
                .query((row, n) -> new Told(
                        row.getObject("id", UUID.class),
                        row.getString("pack") == null ? null : ReviewPack.read(row.getString("pack")),
                        row.getString("minutes")))
                .list();
    }

    /** Whoever has the minutes open in a form with what they were is shown what they are now. */
    private void write(BureauId bureau, Told one) {
        jdbc.sql("""
                        update quality.review set pack = :pack::jsonb, minutes = :minutes, version = version + 1
                         where bureau = :bureau and id = :id
                        """)
                .param("pack", one.pack() == null ? null : one.pack().json())
                .param("minutes", one.minutes())
                .param("bureau", bureau.value())
                .param("id", one.id())
                .update();
    }

    private static Review review(ResultSet row, int n) throws SQLException {
        return new Review(
                new ReviewId(row.getObject("id", UUID.class)),
                row.getObject("week", LocalDate.class),
                ReviewState.valueOf(row.getString("state")),
                new StaffId(row.getObject("prepared_by", UUID.class)),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                row.getObject("held_at") == null
                        ? null
                        : row.getObject("held_at", OffsetDateTime.class).toInstant(),
                row.getString("minutes"),
                row.getInt("version"));
    }
}
