package org.redress.desk.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tests of lines. Measuring takes its time and holds no transaction; what it came to is kept afterwards. */
@Component
public class LineTests {

    static final String PATIENCE = "linetest.answer";

    private final LineTest head;
    private final Lines lines;
    private final TestRows rows;
    private final Rulebook rulebook;
    private final Trail trail;
    private final Clock clock;

    LineTests(LineTest head, Lines lines, TestRows rows, Rulebook rulebook, Trail trail, Clock clock) {
        this.head = head;
        this.lines = lines;
        this.rows = rows;
        this.rulebook = rulebook;
        this.trail = trail;
        this.clock = clock;
    }

    /** Measures a line and judges it; nothing is kept yet. Waits as long as the rule {@code linetest.answer} says. */
    public TestedLine measure(Actor actor, LineId id) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        long seconds = rulebook.get(actor.bureau(), PATIENCE, today).amount().longValueExact();
        return measure(actor, id, Duration.ofSeconds(seconds));
    }

    TestedLine measure(Actor actor, LineId id, Duration within) {
        actor.require(Action.WRITE, FaultRights.KIND);
        Line line = lines.find(actor, id).orElseThrow(() -> Problem.absent("fault.line.absent"));
        if (!line.service().pair()) {
            return none(actor, line, LineFinding.NO_PAIR);
        }
        CompletableFuture<LineTest.Answer> asked = head.measure(actor, line);
        try {
            return switch (asked.get(within.toMillis(), TimeUnit.MILLISECONDS)) {
                case LineTest.Busy busy -> none(actor, line, LineFinding.BUSY);
                case LineTest.Measured measured -> judged(actor, line, measured.readings());
            };
        } catch (TimeoutException e) {
            asked.cancel(true);
            return none(actor, line, LineFinding.NO_ANSWER);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return none(actor, line, LineFinding.NO_ANSWER);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the test head failed", e.getCause());
        }
    }

    private TestedLine judged(Actor actor, Line line, LineTest.Readings readings) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        JudgeLinePolicy.Judged judged =
                JudgeLinePolicy.of(rulebook, actor.bureau(), today).judge(readings);
        return new TestedLine(
                Ids.next(), line.id(), actor.staff(), clock.instant(), judged.finding(), judged.metres(), readings);
    }

    private TestedLine none(Actor actor, Line line, LineFinding why) {
        return new TestedLine(Ids.next(), line.id(), actor.staff(), clock.instant(), why, null, null);
    }

    /** Keeps what a test came to, with who made it and when. */
    @Transactional
    public void keep(Actor actor, TestedLine test) {
        actor.require(Action.WRITE, FaultRights.KIND);
        rows.insert(actor.bureau(), test);
        trail.record(
                actor,
                "line.test",
                "line",
                test.line().value(),
                "{\"finding\":\"" + test.finding().name() + "\"}");
    }

    /** The latest tests of a line, the newest first. */
    public List<TestedLine> of(Actor actor, LineId line, int limit) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.of(actor.bureau(), line, limit);
    }
}
