package org.redress.improve.quality.support;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.commitment.Answering;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The clocks of a relief. The supervisor's word is owed by whoever leads the person, and goes up the ladder when it does not
 * come. That of the break only reminds the person: a right that is not used is nobody's lateness.
 */
@Component
class ReliefClocks implements Answering {

    private final ObjectProvider<Commitments> commitments;
    private final ReliefRows rows;
    private final Superiors superiors;
    private final java.time.Clock time;

    ReliefClocks(ObjectProvider<Commitments> commitments, ReliefRows rows, Superiors superiors, java.time.Clock time) {
        this.commitments = commitments;
        this.rows = rows;
        this.superiors = superiors;
        this.time = time;
    }

    /** Starts the clock of the break; until when there is the right to it. */
    Instant startRest(Actor product, ReliefId relief, Instant at) {
        return start(product, rest(relief), SupportRules.REST, Calendars.ALWAYS, at);
    }

    /** Starts the clock of the word; by when it is owed. */
    Instant startWord(Actor product, ReliefId relief, Instant at) {
        return start(product, word(relief), SupportRules.WORD, Calendars.WORKING, at);
    }

    private Instant start(Actor product, Subject subject, String rule, String calendar, Instant at) {
        return Objects.requireNonNull(commitments
                .getObject()
                .start(product, subject, rule, rule, calendar, at.truncatedTo(ChronoUnit.SECONDS))
                .dueAt());
    }

    void endRest(Actor product, ReliefId relief, boolean used) {
        if (used) {
            commitments.getObject().stop(product, rest(relief), SupportRules.REST, time.instant());
        } else {
            commitments.getObject().cancel(product, rest(relief), SupportRules.REST);
        }
    }

    void endWord(Actor product, ReliefId relief) {
        commitments.getObject().stop(product, word(relief), SupportRules.WORD, time.instant());
    }

    private static Subject rest(ReliefId relief) {
        return new Subject(RestAnswering.KIND, relief.value());
    }

    private static Subject word(ReliefId relief) {
        return new Subject(SupportRights.KIND, relief.value());
    }

    @Override
    public String kind() {
        return SupportRights.KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        Map<UUID, Matter> matters = new HashMap<>();
        rows.list(bureau, "id = any(:ids)", Map.of("ids", ids.toArray(UUID[]::new)))
                .forEach(relief -> matters.put(
                        relief.id().value(),
                        new Matter(
                                supervisor(bureau, relief).orElse(Staff.COMMAND),
                                relief.unit(),
                                relief.spoken(),
                                relief.spoken(),
                                SupportDesk.TEAM)));
        return matters;
    }

    /** Who leads somebody: the head of their unit, or the nearest one above who is not they themselves. */
    Optional<StaffId> supervisor(BureauId bureau, Relief relief) {
        return holder(bureau, relief, Posts.HEAD)
                .or(() -> holder(bureau, relief, Posts.DIRECTOR))
                .or(() -> holder(bureau, relief, Posts.GENERAL_MANAGER));
    }

    private Optional<StaffId> holder(BureauId bureau, Relief relief, String post) {
        return superiors
                .holder(bureau, relief.unit(), post, time.instant())
                .filter(person -> !person.equals(relief.staff()));
    }
}
