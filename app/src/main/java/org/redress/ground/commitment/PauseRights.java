package org.redress.ground.commitment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.PostRights;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/**
 * Who may decide that a matter and its clocks stand still, by the reason: a right of the post to {@link PauseReason#kind},
 * for matters that one answers for, those of one's unit, or all. Asked by whoever lets people decide it; a clock that only
 * follows such a decision asks no more.
 */
@Component
public class PauseRights {

    private final PostRights posts;
    private final Superiors superiors;
    private final java.time.Clock time;

    PauseRights(PostRights posts, Superiors superiors, java.time.Clock time) {
        this.posts = posts;
        this.superiors = superiors;
        this.time = time;
    }

    /** Whoever stands in for the person who answers for it may what that person may. */
    public boolean may(Actor actor, PauseReason reason, StaffId responsible, UnitId unit) {
        Scope scope = actor.scope(Action.WRITE, reason.kind()).orElse(null);
        return switch (scope) {
            case BUREAU -> true;
            case UNIT -> actor.unit().equals(unit) || answers(actor, responsible);
            case OWN -> answers(actor, responsible);
            case null -> false;
        };
    }

    private boolean answers(Actor actor, StaffId responsible) {
        return actor.staff().equals(responsible)
                || actor.staff().equals(superiors.present(actor.bureau(), responsible, time.instant()));
    }

    /** The reasons for which this person may. */
    public List<PauseReason> allowed(Actor actor, StaffId responsible, UnitId unit) {
        return Arrays.stream(PauseReason.values())
                .filter(reason -> may(actor, reason, responsible, unit))
                .toList();
    }

    /** A problem that names who may, where this person may not. */
    public void require(Actor actor, PauseReason reason, StaffId responsible, UnitId unit) {
        if (may(actor, reason, responsible, unit)) {
            return;
        }
        Words words = Words.of(actor.language());
        String who = posts.holding(actor.bureau(), Action.WRITE, reason.kind()).stream()
                .map(post -> words.text("post." + post))
                .collect(Collectors.joining(words.text("clock.pause.or")));
        throw Problem.invalid(refusal(actor, reason), "pause", reason.text(words), who);
    }

    private static String refusal(Actor actor, PauseReason reason) {
        return switch (actor.scope(Action.WRITE, reason.kind()).orElse(null)) {
            case OWN -> "clock.pause.own";
            case UNIT, BUREAU -> "clock.pause.unit";
            case null -> "clock.pause.post";
        };
    }
}
