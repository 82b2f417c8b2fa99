package org.redress.desk.fault;

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
import org.springframework.stereotype.Component;

/** Open work orders: those that were promised to come first, then the others, each by when they fall due. */
@Component
public class FaultBoard {

    private final FaultRows rows;

    FaultBoard(FaultRows rows) {
        this.rows = rows;
    }

    /** A list. Text by key {@code fault.view.NAME}. */
    public enum View {
        /** At my unit. */
        UNIT("unit = :unit"),
        /** Taken up by me. */
        MINE("accepted_by = :me"),
        /** Reported by me: until the customer has confirmed. */
        REPORTED("reported_by = :me");

        private final String condition;

        View(String condition) {
            this.condition = condition;
        }
    }

    /** A place in a list. */
    public record After(boolean inTurn, Instant dueAt, UUID id) {

        public static final After START = new After(false, Instant.EPOCH, new UUID(0, 0));
        private static final String NEVER = "never";

        public static After of(Fault last) {
            return new After(!last.first(), last.due().at(), last.id().value());
        }

        /** A place as an address carries it; nothing is the start. */
        public static After parse(boolean inTurn, @Nullable String at, @Nullable UUID id) {
            return at == null || id == null
                    ? START
                    : new After(inTurn, at.equals(NEVER) ? Instant.MAX : MomentTyped.read(at), id);
        }

        public String at() {
            return dueAt.equals(Instant.MAX) ? NEVER : dueAt.toString();
        }
    }

    static String sql(View view) {
        return view.condition
                + " and open and (in_turn, due_at, id) > (:turn, :at, :id) order by in_turn, due_at, id limit :limit";
    }

    public List<Fault> page(Actor actor, View view, After after, int limit) {
        actor.require(Action.READ, FaultRights.KIND);
        Map<String, Object> params = new HashMap<>();
        params.put("unit", actor.unit().value());
        params.put("me", actor.staff().value());
        params.put("turn", after.inTurn());
        params.put("at", Moments.at(after.dueAt()));
        params.put("id", after.id());
        params.put("limit", limit);
        return rows.list(actor.bureau(), sql(view), params);
    }
}
