package org.redress.desk.procedure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.database.Ids;
import org.springframework.stereotype.Component;

/** Puts a matter into a department's hands, and stops one that has been thrown about. */
@Component
class Sending {

    private final SegmentRows rows;
    private final HandoverRows handovers;
    private final RulingRows rulings;
    private final SegmentClocks clocks;
    private final RulingClocks decisions;
    private final Staff staff;
    private final Rulebook rulebook;
    private final Clock clock;

    Sending(
            SegmentRows rows,
            HandoverRows handovers,
            RulingRows rulings,
            SegmentClocks clocks,
            RulingClocks decisions,
            Staff staff,
            Rulebook rulebook,
            Clock clock) {
        this.rows = rows;
        this.handovers = handovers;
        this.rulings = rulings;
        this.clocks = clocks;
        this.decisions = decisions;
        this.staff = staff;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /**
     * A new segment, offered; its clock stands still where the ticket does.
     *
     * @param place in the procedure, or null
     * @param what {@code SEND}, or {@code DECIDE} where a decider named the department
     */
    Segment offer(
            Actor actor,
            Course course,
            Task task,
            @Nullable Integer place,
            Handover.What what,
            UnitId from,
            String why) {
        Task checked = task.checked();
        Addressee.check(staff, actor, checked);
        Instant now = clock.instant();
        SegmentId id = new SegmentId(Ids.next());
        Segment fresh = new Segment(
                id,
                course.ticket().id(),
                place,
                checked,
                what == Handover.What.DECIDE,
                SegmentState.OFFERED,
                new Segment.Sent(from, actor.staff(), now),
                null,
                Segment.Outcome.NONE,
                clocks.start(actor, id, checked, now),
                1);
        Segment offered = course.ticket().state().waits()
                ? fresh.due(clocks.pause(actor, fresh, course.ticket().state(), now))
                : fresh;
        rows.insert(actor.bureau(), offered);
        handOver(actor, offered, what, from, checked.unit(), why);
        return offered;
    }

    void handOver(Actor actor, Segment segment, Handover.What what, UnitId from, UnitId to, String why) {
        handovers.add(
                actor,
                new Handover(0, segment.ticket(), segment.id(), what, from, to, why, actor.staff(), clock.instant()));
    }

    /** Stops the matter where it has been thrown back often enough. */
    void stopIfThrownAround(Actor actor, Course before) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, actor.zone());
        ThrownAroundPolicy policy = new ThrownAroundPolicy(
                rulebook.count(actor.bureau(), "segment.returns", today),
                rulebook.count(actor.bureau(), "segment.departments", today));
        List<Handover> since = handovers.of(actor.bureau(), before.ticket().id(), before.decided());
        policy.judge(since)
                .ifPresent(stop -> decisions.start(
                        actor.bureau(),
                        rulings.stop(actor.bureau(), before.ticket().id(), stop, now),
                        now));
    }
}
