package org.redress.desk.outlet;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.ClockStart;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Measure;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.database.Ids;
import org.springframework.stereotype.Component;

/** Clocks with a known outcome in a month, and promises about them. */
@Component
class SomePromises {

    static final Measure FAULT = new Measure("ticket", "complaint.reply", "fault.reply");

    private final Commitments commitments;
    private final Rulebook rulebook;
    private final Promises promises;
    private final Clock clock;

    SomePromises(Commitments commitments, Rulebook rulebook, Promises promises, Clock clock) {
        this.commitments = commitments;
        this.rulebook = rulebook;
        this.promises = promises;
        this.clock = clock;
    }

    LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    YearMonth month(Actor actor) {
        return YearMonth.from(today(actor));
    }

    /** So many kept and so many late, all with their limit in the middle of a month that is over. */
    void measured(Actor actor, YearMonth month, int kept, int late) {
        Rule rule = rulebook.get(actor.bureau(), FAULT.rule(), today(actor));
        Instant due = month.atDay(14).atStartOfDay(actor.zone()).toInstant();
        Instant start = due.minus(rule.limit().amount(), ChronoUnit.HOURS);
        commitments.startAll(
                actor,
                Stream.concat(
                                Stream.generate(() -> due.minus(Duration.ofHours(1)))
                                        .limit(kept),
                                Stream.generate(() -> due.plus(Duration.ofHours(1)))
                                        .limit(late))
                        .map(end -> ClockStart.by(
                                        rule, Subject.ticket(Ids.next()), FAULT.clock(), Calendars.ALWAYS, start)
                                .endedAt(end))
                        .toList());
    }

    static PromiseDraft words(String target) {
        return new PromiseDraft(
                "72小时内<b>答复</b>", "Answered in 72 hours", "报故障后给您答复。", "We answer you.", new BigDecimal(target));
    }

    PromiseId draft(Actor actor, String code, String target) {
        return promises.draft(actor, code, FAULT, words(target));
    }

    /** Published since some months ago. */
    PromiseId published(Actor actor, String code, String target, int months) {
        PromiseId id = draft(actor, code, target);
        promises.publish(actor, id, 1, month(actor).minusMonths(months).atDay(1));
        return id;
    }

    List<PromiseStanding> standing(PromiseFigures figures, Actor actor, PromiseId id) {
        return figures.of(actor, List.of(promises.get(actor, id)));
    }
}
