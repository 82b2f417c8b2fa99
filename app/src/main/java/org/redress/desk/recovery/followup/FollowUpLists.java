package org.redress.desk.recovery.followup;

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
import org.springframework.stereotype.Component;

/** Lists of questionnaires, paged by key: calls that wait, customers to be asked by telephone, answers. */
@Component
public class FollowUpLists {

    static final String CALLS =
            "callback = 'OPEN' and (opened_at, id) > (:at, :after) order by opened_at, id limit :limit";
    static final String MINE =
            "callback = 'OPEN' and assigned = :me and (opened_at, id) > (:at, :after) order by opened_at, id limit :limit";
    static final String TO_ASK =
            "state in ('UNREACHED', 'EXPIRED') and run is null and closed_at > :since and (closed_at, id) < (:at, :after) order by closed_at desc, id desc limit :limit";
    static final String ANSWERS =
            "answered_at is not null and (answered_at, id) < (:at, :after) order by answered_at desc, id desc limit :limit";
    static final String BAD =
            "bad and (answered_at, id) < (:at, :after) order by answered_at desc, id desc limit :limit";

    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final FollowUpRows rows;
    private final FollowUpRules rules;
    private final Clock clock;

    FollowUpLists(FollowUpRows rows, FollowUpRules rules, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.clock = clock;
    }

    /** Which of them. Text by key {@code followup.list.NAME}. */
    public enum View {
        CALLS(true),
        MINE(true),
        TO_ASK(false),
        ANSWERS(false),
        BAD(false);

        private final boolean upwards;

        View(boolean upwards) {
            this.upwards = upwards;
        }

        /** As it stands in addresses, e.g. {@code to-ask}. */
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        String condition() {
            return switch (this) {
                case CALLS -> FollowUpLists.CALLS;
                case MINE -> FollowUpLists.MINE;
                case TO_ASK -> FollowUpLists.TO_ASK;
                case ANSWERS -> FollowUpLists.ANSWERS;
                case BAD -> FollowUpLists.BAD;
            };
        }

        static View of(String slug) {
            for (View one : values()) {
                if (one.slug().equals(slug)) {
                    return one;
                }
            }
            return CALLS;
        }

        /** The moment by which it is in order. */
        Instant at(FollowUp one) {
            FollowUp.Answer answer = one.answer();
            FollowUp.Callback callback = one.callback();
            return switch (this) {
                case CALLS, MINE -> callback == null ? Instant.EPOCH : callback.openedAt();
                case TO_ASK -> one.closedAt();
                case ANSWERS, BAD -> answer == null ? Instant.EPOCH : answer.at();
            };
        }
    }

    /** A page of them, after the last one seen. */
    public List<FollowUp> page(Actor actor, View view, @Nullable Instant at, @Nullable UUID after, int limit) {
        actor.require(Action.READ, FollowUps.KIND);
        boolean first = at == null || after == null;
        Map<String, Object> params = new HashMap<>();
        params.put("at", Moments.at(first || at == null ? (view.upwards ? Instant.EPOCH : LAST) : at));
        params.put("after", first || after == null ? (view.upwards ? new UUID(0, 0) : new UUID(-1, -1)) : after);
        params.put("limit", limit);
        if (view == View.MINE) {
            params.put("me", actor.staff().value());
        }
        if (view == View.TO_ASK) {
            params.put("since", Moments.at(rules.closedSince(actor, clock.instant())));
        }
        return rows.list(actor.bureau(), view.condition(), params);
    }
}
