package org.redress.ground.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.redress.ground.commitment.Clock.Terms;
import org.redress.ground.commitment.ClockChange.Changed;
import org.redress.ground.commitment.ClockChange.Refused;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.rulebook.RunningLimits;
import org.redress.ground.trail.Deed;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.Jobs;
import org.redress.platform.jobs.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lays the limit that a rule now has over the clocks that run by an older one, as a job in batches. Each keeps the spans in which
 * it stood still, a lateness that was, and the limit by which it had run until then.
 */
@Component
class RevisedLimits implements RunningLimits {

    static final String JOB = "commitment.limits";

    private static final int BATCH = 500;

    private final ClockRows rows;
    private final SpanRows spans;
    private final Rulebook rulebook;
    private final Actors actors;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Trail trail;
    private final java.time.Clock time;
    private final TransactionTemplate transaction;

    RevisedLimits(
            ClockRows rows,
            SpanRows spans,
            Rulebook rulebook,
            Actors actors,
            Jobs jobs,
            Outbox outbox,
            Trail trail,
            java.time.Clock time,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.spans = spans;
        this.rulebook = rulebook;
        this.actors = actors;
        this.jobs = jobs;
        this.outbox = outbox;
        this.trail = trail;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public long behind(Actor actor, Rule inForce) {
        actor.require(Action.READ, Calendars.KIND);
        return rows.behind(actor.bureau(), inForce);
    }

    @Override
    @Transactional
    public void bring(Actor actor, Rule inForce) {
        actor.require(Action.MANAGE, Calendars.KIND);
        long clocks = rows.behind(actor.bureau(), inForce);
        trail.record(actor, "rule.apply", Calendars.KIND, inForce.id(), "{\"clocks\":" + clocks + "}");
        String argument = actor.bureau().value() + " " + inForce.code() + " " + inForce.id() + " "
                + actor.staff().value();
        jobs.start(JOB, actor.bureau().value() + " " + inForce.id(), argument);
    }

    /** @param argument bureau, code and id of the version, and who asked for it */
    void run(String argument) {
        String[] parts = argument.split(" ");
        Actor actor = actors.of(new BureauId(Integer.parseInt(parts[0])), new StaffId(UUID.fromString(parts[3])));
        UUID version = UUID.fromString(parts[2]);
        Optional<UUID> last = Optional.of(new UUID(0, 0));
        while (last.isPresent()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException(JOB);
            }
            UUID after = last.get();
            last = Objects.requireNonNull(transaction.execute(status -> batch(actor, parts[1], version, after)));
        }
    }

    /** The last one of a batch; empty where none is left, or another version holds by now. */
    Optional<UUID> batch(Actor actor, String code, UUID version, UUID after) {
        Instant now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Rule> inForce = rulebook.find(actor.bureau(), code, LocalDate.ofInstant(now, actor.zone()))
                .filter(rule -> rule.id().equals(version));
        List<Clock> some = inForce.map(rule -> rows.behind(actor.bureau(), rule, after, BATCH))
                .orElse(List.of());
        if (some.isEmpty()) {
            return Optional.empty();
        }
        List<Clock> relimited = some.stream()
                .map(clock -> relimit(clock, inForce.orElseThrow(), new LimitChange(clock.limit(), now, actor.staff())))
                .toList();
        if (rows.update(actor.bureau(), relimited) != relimited.size()) {
            throw new IllegalStateException("clocks of " + code + " changed while they were held");
        }
        spans.limits(actor.bureau(), relimited);
        outbox.add(
                actor.bureau().value(),
                ClocksRecounted.TOPIC,
                ClocksRecounted.of(relimited).json());
        record(actor, relimited);
        return Optional.of(some.getLast().id());
    }

    private static Clock relimit(Clock clock, Rule rule, LimitChange change) {
        Terms terms = new Terms(
                rule.limit(), rule, clock.terms().calendar(), clock.terms().warnPercent());
        return switch (ClockSteps.relimit(clock, terms, change)) {
            case Changed changed -> changed.clock();
            case Refused refused -> throw new IllegalStateException("clock " + clock.id() + " is " + refused.reason());
        };
    }

    private void record(Actor actor, List<Clock> clocks) {
        clocks.stream()
                .collect(Collectors.groupingBy(clock -> clock.subject().kind()))
                .forEach((kind, some) -> trail.recordAll(
                        actor,
                        "clock.limit",
                        kind,
                        some.stream()
                                .map(clock -> new Deed(clock.subject().id(), "{\"clock\":\"" + clock.name() + "\"}"))
                                .toList()));
    }
}
