package org.redress.desk.procedure;

import java.time.Instant;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Ids;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code procedure.assessment}. */
@Repository
class AssessmentRows {

    private final JdbcClient jdbc;

    AssessmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Actor actor, Segment of, Assessment said, boolean refused, Instant at) {
        jdbc.sql("""
                        insert into procedure.assessment
                          (bureau, id, segment, unit, in_time, complete, correct, refused, why, by_staff, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        actor.bureau().value(),
                        Ids.next(),
                        of.id().value(),
                        of.unit().value(),
                        Boolean.TRUE.equals(of.outcome().inTime()),
                        said.complete(),
                        said.correct(),
                        refused,
                        said.why(),
                        actor.staff().value(),
                        Moments.at(at))
                .update();
    }
}
