package org.redress.improve.insight.lesson;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code insight.lesson}. */
@Repository
class LessonRows {

    private final JdbcClient jdbc;

    LessonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the unit was asked before. */
    boolean ask(Actor actor, UUID action, UnitId unit, Instant at) {
        return jdbc.sql("""
                        insert into insight.lesson (bureau, action, unit, asked_by, asked_at) values (?, ?, ?, ?, ?)
                        on conflict (bureau, action, unit) do nothing
                        """)
                        .params(
                                actor.bureau().value(),
                                action,
                                unit.value(),
                                actor.staff().value(),
                                Moments.at(at))
                        .update()
                == 1;
    }

    /** False where the unit was not asked, or has said it already. */
    boolean learn(Actor actor, UUID action, UnitId unit, String how, Instant at) {
        return jdbc.sql("""
                        update insight.lesson set learned_by = ?, learned_at = ?, how = ?
                         where bureau = ? and action = ? and unit = ? and learned_at is null
                        """)
                        .params(
                                actor.staff().value(),
                                Moments.at(at),
                                how,
                                actor.bureau().value(),
                                action,
                                unit.value())
                        .update()
                == 1;
    }

    /** Those of an action, by when they were asked. */
    List<Lesson> of(BureauId bureau, UUID action) {
        return jdbc.sql("select * from insight.lesson where bureau = ? and action = ? order by asked_at, unit")
                .params(bureau.value(), action)
                .query((row, n) -> lesson(row))
                .list();
    }

    private static Lesson lesson(ResultSet row) throws SQLException {
        UUID by = row.getObject("learned_by", UUID.class);
        return new Lesson(
                new UnitId(row.getObject("unit", UUID.class)),
                new StaffId(row.getObject("asked_by", UUID.class)),
                Moments.get(row, "asked_at"),
                by == null
                        ? null
                        : new Lesson.Learned(new StaffId(by), Moments.get(row, "learned_at"), row.getString("how")));
    }
}
