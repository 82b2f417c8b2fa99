package org.redress.improve.quality.review;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.ground.trail.Trail;
import org.redress.improve.quality.review.ReviewResult.Done;
import org.redress.improve.quality.review.ReviewResult.Reason;
import org.redress.improve.quality.review.ReviewResult.Refused;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The weekly review of complaints. Until it is held its pack follows the figures; what lay on the table then stays as it was.
 */
@Component
public class Reviews {

    public static final String KIND = "review";

    private static final int LONGEST_MINUTES = 20_000;

    private final ReviewRows rows;
    private final DecisionRows decisions;
    private final Packs packs;
    private final Trail trail;
    private final Clock clock;

    Reviews(ReviewRows rows, DecisionRows decisions, Packs packs, Trail trail, Clock clock) {
        this.rows = rows;
        this.decisions = decisions;
        this.packs = packs;
        this.trail = trail;
        this.clock = clock;
    }

    static void require(Actor actor, Action action) {
        if (actor.require(action, KIND) != Scope.BUREAU) {
            throw Problem.forbidden("access.denied");
        }
    }

    /** Whether this person prepares and holds meetings. */
    public boolean mayLead(Actor actor) {
        return actor.scope(Action.WRITE, KIND).filter(Scope.BUREAU::equals).isPresent();
    }

    /** Whether this person reads the packs. */
    public boolean mayRead(Actor actor) {
        return actor.scope(Action.READ, KIND).filter(Scope.BUREAU::equals).isPresent();
    }

    /** The Monday of the last week that is over. */
    public LocalDate lastWeek(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusDays(Review.DAYS);
    }

    /** Prepares the meeting of the week in which a day lies; that of the week is there once. */
    @Transactional
    public ReviewId prepare(Actor actor, LocalDate day) {
        require(actor, Action.WRITE);
        LocalDate week = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (week.isAfter(LocalDate.ofInstant(clock.instant(), actor.zone()))) {
            throw Problem.invalid("review.week", "week");
        }
        ReviewId id = rows.prepare(actor.bureau(), new ReviewId(Ids.next()), week, actor.staff(), clock.instant());
        trail.record(actor, "review.prepare", KIND, id.value(), "{}");
        return id;
    }

    /** Holds the meeting: its pack stays as it is now. */
    @Transactional
    public ReviewResult hold(Actor actor, ReviewId id, int version) {
        require(actor, Action.WRITE);
        Review review = get(actor, id);
        Instant now = clock.instant();
        if (LocalDate.ofInstant(now, actor.zone()).isBefore(review.lastDay().plusDays(1))) {
            return new Refused(Reason.RUNNING);
        }
        boolean held = review.state() == ReviewState.PREPARED
                && rows.hold(actor.bureau(), id, version, actor.staff(), now, packs.of(actor, review));
        return recorded(actor, "review.hold", id, held);
    }

    /** Writes the minutes, as long as the meeting is not closed. */
    @Transactional
    public ReviewResult minutes(Actor actor, ReviewId id, int version, String minutes) {
        require(actor, Action.WRITE);
        String said = Typed.optional(minutes, "minutes", LONGEST_MINUTES);
        if (get(actor, id).state() != ReviewState.HELD) {
            return new Refused(Reason.NOT_HELD);
        }
        return recorded(actor, "review.minutes", id, rows.minutes(actor.bureau(), id, version, said));
    }

    /** Closes the meeting: nothing of it changes any more. */
    @Transactional
    public ReviewResult close(Actor actor, ReviewId id, int version) {
        require(actor, Action.WRITE);
        if (get(actor, id).state() != ReviewState.HELD) {
            return new Refused(Reason.NOT_HELD);
        }
        return recorded(actor, "review.close", id, rows.close(actor.bureau(), id, version, clock.instant()));
    }

    private ReviewResult recorded(Actor actor, String deed, ReviewId id, boolean written) {
        if (!written) {
            return new Refused(Reason.MOVED);
        }
        trail.record(actor, deed, KIND, id.value(), "{}");
        return new Done();
    }

    public Review get(Actor actor, ReviewId id) {
        require(actor, Action.READ);
        return rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("review.absent"));
    }

    /** What lies on the table: as it stands now, or as it lay when the meeting was held. */
    public ReviewPack pack(Actor actor, Review review) {
        require(actor, Action.READ);
        return rows.pack(actor.bureau(), review.id()).orElseGet(() -> packs.of(actor, review));
    }

    /** What the meeting decided, in the order in which it did. */
    public List<Decision> decisions(Actor actor, ReviewId id) {
        require(actor, Action.READ);
        return decisions.of(actor.bureau(), id);
    }

    /** The latest week first; {@code below} is that of the last meeting seen. */
    public List<Review> list(Actor actor, @Nullable LocalDate below, int limit) {
        require(actor, Action.READ);
        return rows.list(actor.bureau(), below, limit);
    }
}
