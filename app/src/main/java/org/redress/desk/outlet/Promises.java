package org.redress.desk.outlet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.desk.outlet.PromiseResult.Done;
import org.redress.desk.outlet.PromiseResult.Reason;
import org.redress.desk.outlet.PromiseResult.Refused;
import org.redress.ground.commitment.Attainments;
import org.redress.ground.commitment.Measure;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The promises of a bureau: drafted, published from a day on, changed by adding a version, withdrawn. What a month was
 * judged by stays: a version never reaches into a month that was over when it was written, and another target never into one
 * that had begun.
 */
@Component
public class Promises {

    public static final String KIND = "promise";

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");
    private static final int LONGEST_WHY = 300;

    private final PromiseRows rows;
    private final PublicBoard board;
    private final Attainments attainments;
    private final Trail trail;
    private final Clock clock;

    Promises(PromiseRows rows, PublicBoard board, Attainments attainments, Trail trail, Clock clock) {
        this.rows = rows;
        this.board = board;
        this.attainments = attainments;
        this.trail = trail;
        this.clock = clock;
    }

    /** A draft that nobody outside sees. */
    @Transactional
    public PromiseId draft(Actor actor, String code, Measure measure, PromiseDraft draft) {
        actor.require(Action.MANAGE, KIND);
        if (!CODE.matcher(code).matches()) {
            throw Problem.invalid("promise.code", "code");
        }
        if (!attainments.measures(actor).contains(measure)) {
            throw Problem.invalid("promise.measure", "measure");
        }
        PromiseDraft said = draft.checked();
        PromiseId id = new PromiseId(Ids.next());
        if (!rows.insert(actor.bureau(), id, code, measure)) {
            throw Problem.invalid("promise.taken", "code");
        }
        rows.insert(actor.bureau(), id, wording(actor, 1, YearMonth.from(today(actor)), said));
        trail.record(actor, "promise.draft", KIND, id.value(), "{}");
        return id;
    }

    /**
     * Makes it in public.
     *
     * @param from the first day; a promise that was made before the product came may date back as far as figures do
     */
    @Transactional
    public PromiseResult publish(Actor actor, PromiseId id, int version, LocalDate from) {
        Promise promise = held(actor, id);
        LocalDate today = today(actor);
        YearMonth oldest = YearMonth.from(today).minusMonths(Attainments.MONTHS - 1L);
        if (YearMonth.from(from).isBefore(oldest) || from.isAfter(today.plusYears(1))) {
            throw Problem.invalid("promise.from", "from");
        }
        if (promise.publishedFrom() != null || promise.withdrawnOn() != null) {
            return new Refused(promise.withdrawnOn() == null ? Reason.PUBLISHED : Reason.WITHDRAWN);
        }
        PromiseWording last = promise.last();
        return done(
                actor, promise, version, "promise.publish", from, null, null, again(actor, last, YearMonth.from(from)));
    }

    /**
     * Another version, in other words or with another target.
     *
     * @param from the first month for which it holds; of a draft it is not asked
     */
    @Transactional
    public PromiseResult change(Actor actor, PromiseId id, int version, PromiseDraft draft, YearMonth from) {
        Promise promise = held(actor, id);
        PromiseDraft said = draft.checked();
        YearMonth month = YearMonth.from(today(actor));
        if (promise.withdrawnOn() != null) {
            return new Refused(Reason.WITHDRAWN);
        }
        LocalDate published = promise.publishedFrom();
        if (published == null) {
            PromiseWording next = wording(actor, promise.last().seq() + 1, month, said);
            return done(actor, promise, version, "promise.change", null, null, null, next);
        }
        boolean sameTarget = promise.shown(from).target().compareTo(said.target()) == 0;
        YearMonth earliest = sameTarget || published.isAfter(today(actor)) ? month : month.plusMonths(1);
        if (from.isBefore(earliest)
                || from.isBefore(promise.last().from())
                || from.isAfter(month.plusMonths(Attainments.MONTHS))) {
            throw Problem.invalid("promise.month", "month");
        }
        PromiseWording next = wording(actor, promise.last().seq() + 1, from, said);
        return done(actor, promise, version, "promise.change", published, null, null, next);
    }

    /** Promises it no longer from today on; its past stays. */
    @Transactional
    public PromiseResult withdraw(Actor actor, PromiseId id, int version, String why) {
        Promise promise = held(actor, id);
        String reason = PromiseDraft.text(why, "why", LONGEST_WHY);
        if (promise.withdrawnOn() != null) {
            return new Refused(Reason.WITHDRAWN);
        }
        return done(actor, promise, version, "promise.withdraw", promise.publishedFrom(), today(actor), reason, null);
    }

    private Promise held(Actor actor, PromiseId id) {
        actor.require(Action.MANAGE, KIND);
        return rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("promise.absent"));
    }

    private PromiseResult done(
            Actor actor,
            Promise promise,
            int seen,
            String deed,
            @Nullable LocalDate from,
            @Nullable LocalDate end,
            @Nullable String why,
            @Nullable PromiseWording next) {
        if (promise.version() != seen || !rows.update(actor.bureau(), promise, from, end, why)) {
            return new Refused(Reason.MOVED);
        }
        if (next != null) {
            rows.insert(actor.bureau(), promise.id(), next);
        }
        board.changing(actor.bureau());
        trail.record(actor, deed, KIND, promise.id().value(), "{}");
        return new Done();
    }

    private PromiseWording again(Actor actor, PromiseWording last, YearMonth from) {
        PromiseDraft same =
                new PromiseDraft(last.titleZh(), last.titleEn(), last.wordsZh(), last.wordsEn(), last.target());
        return wording(actor, last.seq() + 1, from, same);
    }

    private PromiseWording wording(Actor actor, int seq, YearMonth from, PromiseDraft said) {
        Instant now = clock.instant();
        return new PromiseWording(
                seq,
                from,
                said.titleZh(),
                said.titleEn(),
                said.wordsZh(),
                said.wordsEn(),
                said.target(),
                actor.staff(),
                now);
    }

    /** One that this person may see: drafts only for who keeps them; absent (404) else. */
    public Promise get(Actor actor, PromiseId id) {
        actor.require(Action.READ, KIND);
        return rows.find(actor.bureau(), id)
                .filter(one -> one.publishedFrom() != null || actor.may(Action.MANAGE, KIND))
                .orElseThrow(() -> Problem.absent("promise.absent"));
    }

    /** Those that stand, or those that were withdrawn, by code after the last one seen. */
    public List<Promise> list(Actor actor, boolean withdrawn, String after, int limit) {
        actor.require(Action.READ, KIND);
        return rows.list(
                actor.bureau(),
                withdrawn ? PromiseRows.WITHDRAWN : PromiseRows.OPEN,
                Map.of("after", after, "drafts", actor.may(Action.MANAGE, KIND), "limit", limit));
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
