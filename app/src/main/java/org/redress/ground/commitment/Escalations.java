package org.redress.ground.commitment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Limits that were not kept, as they go up the ladder until somebody says what they do about them. */
@Component
public class Escalations {

    private static final int LONGEST_ANSWER = 500;

    private final EscalationRows rows;
    private final ClockRows clocks;
    private final Map<String, Answering> answering;
    private final Trail trail;
    private final java.time.Clock time;

    Escalations(EscalationRows rows, ClockRows clocks, List<Answering> answering, Trail trail, java.time.Clock time) {
        this.rows = rows;
        this.clocks = clocks;
        this.answering = answering.stream().collect(Collectors.toMap(Answering::kind, Function.identity()));
        this.trail = trail;
        this.time = time;
    }

    /** A place in the list of open ones, which goes from the newest to the oldest. */
    public record Before(Instant at, UUID id) {

        public static final Before NEWEST = new Before(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    }

    /** What has been put to this person and is not answered, the newest first. */
    public List<Escalation> mine(Actor actor, Before before, int limit) {
        return rows.open(actor.bureau(), actor.staff(), before.at(), before.id(), limit);
    }

    /** What nobody has answered, of the whole bureau; for those who give out work. */
    public List<Escalation> open(Actor actor, Before before, int limit) {
        actor.require(Action.ASSIGN, "ticket");
        return rows.open(actor.bureau(), null, before.at(), before.id(), limit);
    }

    /** How many have been put to this person and are not answered. */
    public long count(Actor actor) {
        return rows.count(actor.bureau(), actor.staff());
    }

    static boolean mayAnswer(Actor actor, Escalation escalation) {
        return escalation.answer() == null
                && (actor.staff().equals(escalation.staff()) || actor.may(Action.ASSIGN, "ticket"));
    }

    /** Every step of these subjects, warnings too, in the order in which they came. */
    public List<Escalation> of(Actor actor, Collection<Subject> subjects) {
        subjects.stream().map(Subject::kind).distinct().forEach(kind -> actor.require(Action.READ, kind));
        return subjects.isEmpty()
                ? List.of()
                : rows.of(actor.bureau(), subjects.stream().map(Subject::id).toList());
    }

    /** What the escalations are about, by the id of their subject. */
    public Map<UUID, Answering.Matter> matters(Actor actor, List<Escalation> escalations) {
        Map<UUID, Answering.Matter> matters = new HashMap<>();
        escalations.stream()
                .map(Escalation::subject)
                .filter(subject -> actor.may(Action.READ, subject.kind()))
                .collect(Collectors.groupingBy(Subject::kind, Collectors.mapping(Subject::id, Collectors.toSet())))
                .forEach((kind, subjects) -> {
                    Answering owner = answering.get(kind);
                    if (owner != null) {
                        matters.putAll(owner.matters(actor.bureau(), subjects));
                    }
                });
        return matters;
    }

    /**
     * Says what is done about it: the next step up waits anew. Whoever was told may answer, and whoever gives out work; a
     * second answer changes nothing.
     */
    @Transactional
    public void answer(Actor actor, UUID id, String words) {
        String said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST_ANSWER) {
            throw Problem.invalid("escalation.words", "words", LONGEST_ANSWER);
        }
        EscalationRows.Of found = rows.held(actor.bureau(), id).orElseThrow(() -> Problem.absent("escalation.absent"));
        Escalation escalation = found.escalation();
        if (!actor.staff().equals(escalation.staff())) {
            actor.require(Action.ASSIGN, "ticket");
        }
        if (escalation.answer() != null) {
            return;
        }
        Instant now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        rows.answer(actor.bureau(), id, new Escalation.Answer(now, actor.staff(), said));
        clocks.held(actor.bureau(), found.clock())
                .filter(clock -> clock.climb().rung() == escalation.rung())
                .ifPresent(clock -> clocks.update(actor.bureau(), List.of(ClockSteps.answer(clock, now))));
        trail.record(
                actor,
                "escalation.answer",
                escalation.subject().kind(),
                escalation.subject().id(),
                "{}");
    }
}
