package org.redress.desk.recovery.pattern;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of patterns that somebody should look at. A reviewer says in words what it is; whoever gave something of it
 * themselves neither sees nor reviews it. Nothing follows from a pattern by itself.
 */
@Component
public class Patterns {

    /** The kind by which permissions are asked: READ to see the list, WRITE to review. */
    public static final String KIND = "pattern";

    private static final int LONGEST = 1000;

    private final PatternRows rows;
    private final GivenRows given;
    private final Trail trail;
    private final Clock clock;

    Patterns(PatternRows rows, GivenRows given, Trail trail, Clock clock) {
        this.rows = rows;
        this.given = given;
        this.trail = trail;
        this.clock = clock;
    }

    /** The latest first, from before the last one seen. */
    public List<Pattern> list(Actor actor, boolean open, @Nullable Instant before, @Nullable UUID id, int limit) {
        actor.require(Action.READ, KIND);
        return rows.list(actor, open, before, id, limit);
    }

    /** One of them; empty too for whoever is concerned. */
    public Optional<Pattern> find(Actor actor, PatternId id) {
        actor.require(Action.READ, KIND);
        return rows.find(actor, id);
    }

    /** What makes it up, the latest first. */
    public List<PatternCase> cases(Actor actor, PatternId id) {
        actor.require(Action.READ, KIND);
        return given.ofPattern(actor.bureau(), id);
    }

    /**
     * Says what it is.
     *
     * @param version that the reviewer has seen
     * @param followUp whether it needs following up; else nothing is unusual
     * @param why in words
     * @throws Problem {@code pattern.words} where there are none or too many
     */
    @Transactional
    public ReviewResult review(Actor actor, PatternId id, int version, boolean followUp, String why) {
        actor.require(Action.WRITE, KIND);
        String words = why.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Problem.invalid("pattern.words", "words", LONGEST);
        }
        Pattern now = rows.find(actor, id).orElseThrow(() -> Problem.absent("pattern.absent"));
        if (now.state() != Pattern.State.OPEN) {
            return new ReviewResult.Refused(ReviewResult.Why.REVIEWED);
        }
        Pattern.State to = followUp ? Pattern.State.CONFIRMED : Pattern.State.DISMISSED;
        if (!rows.review(actor, id, version, to, words, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            return new ReviewResult.Refused(ReviewResult.Why.MOVED);
        }
        trail.record(actor, "pattern." + to.name().toLowerCase(Locale.ROOT), KIND, id.value(), "{}");
        return new ReviewResult.Done(rows.find(actor, id).orElseThrow());
    }
}
