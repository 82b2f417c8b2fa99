package org.redress.desk.procedure;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Moments;
import org.redress.platform.web.MomentTyped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What departments have before them. */
@Component
public class SegmentBoard {

    private final SegmentRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    SegmentBoard(SegmentRows rows, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A list. Text by key {@code segment.view.NAME}. */
    public enum View {
        OFFERED("state = 'OFFERED'"),
        ACCEPTED("state = 'ACCEPTED'"),
        LATE("due_at < :now");

        private final String condition;

        View(String condition) {
            this.condition = condition;
        }
    }

    /** A place in a list: what falls due first stands first. */
    public record After(Instant dueAt, UUID id) {

        public static final After START = new After(Instant.EPOCH, new UUID(0, 0));
        private static final String NEVER = "never";

        public static After of(Segment last) {
            return new After(last.dueAt(), last.id().value());
        }

        /** A place as an address carries it; nothing is the start. */
        public static After parse(@Nullable String at, @Nullable UUID id) {
            return at == null || id == null
                    ? START
                    : new After(at.equals(NEVER) ? Instant.MAX : MomentTyped.read(at), id);
        }

        public String at() {
            return dueAt.equals(Instant.MAX) ? NEVER : dueAt.toString();
        }
    }

    static String sql(View view) {
        return "unit = :unit and open and " + view.condition
                + " and (due_at, id) > (:at, :id) order by due_at, id limit :limit";
    }

    /** What this person's department has. */
    public List<Segment> page(Actor actor, View view, After after, int limit) {
        actor.require(Action.READ, SegmentClocks.KIND);
        Map<String, Object> params = new HashMap<>();
        params.put("unit", actor.unit().value());
        params.put("at", Moments.at(after.dueAt()));
        params.put("id", after.id());
        params.put("limit", limit);
        params.put("now", Moments.at(clock.instant()));
        return rows.list(actor.bureau(), sql(view), params);
    }

    /** How much stands in each list. */
    public Map<View, Long> counts(Actor actor) {
        actor.require(Action.READ, SegmentClocks.KIND);
        return jdbc.sql("""
                        select count(*) filter (where state = 'OFFERED') as offered,
                               count(*) filter (where state = 'ACCEPTED') as accepted,
                               count(*) filter (where due_at < :now) as late
                          from procedure.segment where bureau = :bureau and unit = :unit and open
                        """)
                .param("bureau", actor.bureau().value())
                .param("unit", actor.unit().value())
                .param("now", Moments.at(clock.instant()))
                .query((row, n) -> Map.of(
                        View.OFFERED, row.getLong("offered"),
                        View.ACCEPTED, row.getLong("accepted"),
                        View.LATE, row.getLong("late")))
                .single();
    }
}
