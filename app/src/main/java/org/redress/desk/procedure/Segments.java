package org.redress.desk.procedure;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.SegmentResult.Done;
import org.redress.desk.procedure.SegmentResult.Illegal;
import org.redress.desk.procedure.SegmentResult.Reason;
import org.redress.desk.procedure.SegmentResult.Refused;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketState;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a ticket's matter from department to department. One department has it at a time, or whoever answers for the ticket;
 * passing on the task never passes on the responsibility. Moves of one ticket follow one another: whoever comes second is
 * told so.
 */
@Component
public class Segments {

    private static final int LONGEST_REPORT = 2000;

    private final Courses courses;
    private final SegmentRows rows;
    private final Sending sending;
    private final SegmentClocks clocks;
    private final AssessmentRows assessments;
    private final StageReckoning reckoning;
    private final SegmentRights rights;
    private final Trail trail;
    private final Clock clock;

    Segments(
            Courses courses,
            SegmentRows rows,
            Sending sending,
            SegmentClocks clocks,
            AssessmentRows assessments,
            StageReckoning reckoning,
            SegmentRights rights,
            Trail trail,
            Clock clock) {
        this.courses = courses;
        this.rows = rows;
        this.sending = sending;
        this.clocks = clocks;
        this.assessments = assessments;
        this.reckoning = reckoning;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Sends the matter to a department outside of a procedure.
     *
     * @param why required where the ticket follows a procedure that has not been gone through
     */
    @Transactional
    public SegmentResult send(Actor actor, TicketId ticket, Task task, String why) {
        Course course = courses.hold(actor, ticket);
        SegmentRights.require(rights.maySend(actor, course));
        Reason refusal = sendable(course).orElse(null);
        if (refusal != null) {
            return new Refused(refusal);
        }
        String reason = course.version() == null
                ? Typed.optional(why, "why", Task.LONGEST_TEXT)
                : Typed.required(why, "why", Task.LONGEST_TEXT);
        return new Done(sending.offer(actor, course, task, null, Handover.What.SEND, from(actor, course), reason));
    }

    /** What keeps a matter from being sent. */
    static Optional<Reason> sendable(Course course) {
        if (!course.ticket().state().inHand() || course.ticket().state().waits()) {
            return Optional.of(Reason.ENDED);
        }
        if (course.ruling() != null) {
            return Optional.of(Reason.STOPPED);
        }
        return course.open().map(open -> Reason.TAKEN);
    }

    /** The department out of whose hands it goes: that of the ticket, or else the sender's. */
    UnitId from(Actor actor, Course course) {
        return rights.mayLead(actor, course) ? course.ticket().unit() : actor.unit();
    }

    /**
     * Takes up what was offered.
     *
     * @param before what is said of the step before; needed where nobody has said it yet
     */
    @Transactional
    public SegmentResult accept(Actor actor, SegmentId id, @Nullable Assessment before) {
        return move(actor, id, SegmentStep.ACCEPT, (course, segment) -> {
            SegmentRights.require(rights.mayHandle(actor, segment));
            Segment awaiting = course.awaiting().orElse(null);
            if (awaiting != null) {
                if (before == null) {
                    return new Refused(Reason.ASSESS);
                }
                write(actor, awaiting.assessedNow());
                assessments.add(actor, awaiting, checked(before, false), false, clock.instant());
            }
            Segment after = segment.accept(actor.staff(), clock.instant());
            write(actor, after);
            trail.record(actor, "segment.accept", "ticket", segment.ticket().value(), fact(segment));
            return new Done(after);
        });
    }

    /** Reports that it is done, with the evidence that was asked for. */
    @Transactional
    public SegmentResult finish(Actor actor, SegmentId id, String report, String evidence) {
        return move(actor, id, SegmentStep.FINISH, (course, segment) -> {
            SegmentRights.require(rights.mayHandle(actor, segment));
            String done = Typed.required(report, "report", LONGEST_REPORT);
            String left = segment.task().evidence().isEmpty()
                    ? Typed.optional(evidence, "evidence", LONGEST_REPORT)
                    : Typed.required(evidence, "evidence", LONGEST_REPORT);
            boolean inTime = clocks.stop(actor, id, clock.instant());
            Segment after = segment.finish(clock.instant(), done, left, inTime);
            write(actor, after);
            sending.handOver(
                    actor,
                    after,
                    Handover.What.FINISH,
                    segment.unit(),
                    course.ticket().unit(),
                    "");
            return new Done(after);
        });
    }

    /** Gives back what is not theirs; not possible where a decider named the department. */
    @Transactional
    public SegmentResult giveBack(Actor actor, SegmentId id, String why) {
        return move(actor, id, SegmentStep.GIVE_BACK, (course, segment) -> {
            SegmentRights.require(rights.mayHandle(actor, segment));
            if (segment.decided()) {
                return new Refused(Reason.DECIDED);
            }
            String reason = Typed.required(why, "why", Task.LONGEST_TEXT);
            clocks.cancel(actor, id);
            Segment after = segment.giveBack(clock.instant(), reason);
            write(actor, after);
            sending.handOver(
                    actor,
                    after,
                    Handover.What.RETURN,
                    segment.unit(),
                    segment.sent().from(),
                    reason);
            sending.stopIfThrownAround(actor, course);
            return new Done(after);
        });
    }

    /** Takes back what was sent, with a reason; where a decider named the department, only a decider may. */
    @Transactional
    public SegmentResult cancel(Actor actor, SegmentId id, String why) {
        return move(actor, id, SegmentStep.CANCEL, (course, segment) -> {
            SegmentRights.require(rights.mayLead(actor, course));
            SegmentRights.require(!segment.decided() || rights.mayDecide(actor));
            return new Done(cancelled(actor, course, segment, Typed.required(why, "why", Task.LONGEST_TEXT)));
        });
    }

    Segment cancelled(Actor actor, Course course, Segment segment, String why) {
        clocks.cancel(actor, segment.id());
        Segment after = segment.cancel(clock.instant(), why);
        write(actor, after);
        sending.handOver(
                actor,
                after,
                Handover.What.CANCEL,
                segment.unit(),
                course.ticket().unit(),
                why);
        return after;
    }

    /** Says how the last step was done: by whoever works on the ticket, where no department comes after. */
    @Transactional
    public SegmentResult assess(Actor actor, SegmentId id, Assessment given) {
        Course course = courses.hold(actor, get(actor, id).ticket());
        SegmentRights.require(rights.mayLead(actor, course));
        Segment segment = one(course, id);
        if (course.awaiting().stream().noneMatch(segment::equals)) {
            return illegal(segment);
        }
        if (course.open().isPresent()) {
            return new Refused(Reason.TAKEN);
        }
        Segment after = segment.assessedNow();
        write(actor, after);
        assessments.add(actor, segment, checked(given, false), false, clock.instant());
        trail.record(actor, "segment.assess", "ticket", segment.ticket().value(), fact(segment));
        return new Done(after);
    }

    /**
     * Refuses what was done in the step before: it is open again, and its clock runs on as if it had never stopped, or stands
     * still where the ticket does. By the department to which the matter was offered next, or by whoever works on the ticket;
     * what is resolved is reopened first.
     */
    @Transactional
    public SegmentResult refuse(Actor actor, SegmentId id, Assessment given) {
        Course course = courses.hold(actor, get(actor, id).ticket());
        Segment wrong = one(course, id);
        Segment next = course.open().orElse(null);
        SegmentRights.require(next == null ? rights.mayLead(actor, course) : rights.mayHandle(actor, next));
        if (course.ruling() != null || !course.ticket().state().inHand()) {
            return new Refused(course.ruling() != null ? Reason.STOPPED : Reason.ENDED);
        }
        if (course.awaiting().stream().noneMatch(wrong::equals)) {
            return illegal(wrong);
        }
        if (next != null && next.state() != SegmentState.OFFERED) {
            return new Refused(Reason.TAKEN);
        }
        if (next != null && next.decided()) {
            return new Refused(Reason.DECIDED);
        }
        Assessment said = checked(given, true);
        if (next != null) {
            clocks.cancel(actor, next.id());
            write(actor, next.giveBack(clock.instant(), said.why()));
        }
        assessments.add(actor, wrong, said, true, clock.instant());
        reckoning.again(actor.bureau(), Objects.requireNonNull(wrong.outcome().endedAt()));
        Segment open = wrong.reopen(clocks.reopen(actor, id), said.why());
        TicketState state = course.ticket().state();
        Segment after = state.waits() ? open.due(clocks.pause(actor, open, state, clock.instant())) : open;
        write(actor, after);
        UnitId by = next == null ? course.ticket().unit() : next.unit();
        sending.handOver(actor, after, Handover.What.REFUSE, by, wrong.unit(), said.why());
        sending.stopIfThrownAround(actor, course);
        return new Done(after);
    }

    private static Assessment checked(Assessment given, boolean refused) {
        String why = refused
                ? Typed.required(given.why(), "why", Task.LONGEST_TEXT)
                : Typed.optional(given.why(), "why", Task.LONGEST_TEXT);
        return new Assessment(given.complete(), given.correct(), why);
    }

    private SegmentResult move(
            Actor actor, SegmentId id, SegmentStep step, BiFunction<Course, Segment, SegmentResult> then) {
        Course course = courses.hold(actor, get(actor, id).ticket());
        Segment segment = one(course, id);
        if (course.ruling() != null) {
            return new Refused(Reason.STOPPED);
        }
        return segment.legal(step) ? then.apply(course, segment) : illegal(segment);
    }

    private static Segment one(Course course, SegmentId id) {
        return course.segments().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static SegmentResult illegal(Segment segment) {
        return new Illegal(segment.state(), segment.legalSteps());
    }

    private Segment get(Actor actor, SegmentId id) {
        actor.require(org.redress.ground.identity.Action.READ, SegmentClocks.KIND);
        return rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("segment.absent"));
    }

    private void write(Actor actor, Segment segment) {
        rows.update(actor.bureau(), segment);
    }

    private static String fact(Segment segment) {
        return "{\"segment\":\"" + segment.id().value() + "\"}";
    }
}
