package org.redress.desk.care.station;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.desk.care.station.StationResult.Done;
import org.redress.desk.care.station.StationResult.Reason;
import org.redress.desk.care.station.StationResult.Refused;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.trail.Trail;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports of members: asked for, taken once, and, where a mark is bad, made a ticket or answered with a reason why not.
 */
@Component
public class StationReports {

    /** A mark at or below it asks to become a ticket. */
    public static final String BAD = "care.mark.bad";

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final StationReportRows rows;
    private final TrackingStations stations;
    private final StationPeriods periods;
    private final StationClock clocks;
    private final Tickets tickets;
    private final Rulebook rulebook;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Clock clock;

    StationReports(
            StationReportRows rows,
            TrackingStations stations,
            StationPeriods periods,
            StationClock clocks,
            Tickets tickets,
            Rulebook rulebook,
            Bureaus bureaus,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.stations = stations;
        this.periods = periods;
        this.clocks = clocks;
        this.tickets = tickets;
        this.rulebook = rulebook;
        this.bureaus = bureaus;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Takes a report; one that was made after it fell due is late.
     *
     * @throws Problem with the field at fault: {@code mN} of a question, {@code words}, {@code reported}
     */
    @Transactional
    public StationResult take(Actor actor, ReportId id, NewReport given) {
        Report report = get(actor, id, Action.WRITE);
        Period period = periods.get(actor, report.period());
        String words = Typed.optional(given.words(), "words", Typed.TEXT);
        Instant now = now();
        Instant reported = reported(actor, period, given.reportedAt(), now);
        List<Mark> marks = marks(actor, period, given, now);
        Report.Taken taken = new Report.Taken(
                given.channel(), words, !reported.isBefore(report.dueAt()), reported, actor.staff(), now);
        if (!rows.take(actor.bureau(), id, taken, marks.stream().anyMatch(Mark::bad))) {
            return new Refused(Reason.NOT_OWED);
        }
        rows.marks(actor.bureau(), report, marks);
        clocks.settle(bureaus.command(bureaus.get(actor.bureau())), report.period());
        trail.record(actor, "report.take", StationRights.KIND, id.value(), "{}");
        return StationResult.done();
    }

    private static Instant reported(Actor actor, Period period, @Nullable Instant given, Instant now) {
        if (given == null) {
            return now;
        }
        if (given.isAfter(now.plus(SKEW))
                || given.isBefore(period.from().atStartOfDay(actor.zone()).toInstant())) {
            throw Problem.invalid("report.reported", "reported");
        }
        return given.isAfter(now) ? now : given.truncatedTo(ChronoUnit.MICROS);
    }

    private List<Mark> marks(Actor actor, Period period, NewReport given, Instant now) {
        int limit = rulebook.get(actor.bureau(), BAD, LocalDate.ofInstant(now, actor.zone()))
                .amount()
                .intValueExact();
        List<Mark> marks = new ArrayList<>();
        for (Question question : stations.questions(actor, period.station(), period.questions())) {
            Integer value = given.marks().get(question.place());
            if (value != null) {
                if (value < question.kind().least() || value > question.kind().most()) {
                    throw Problem.invalid("report.mark", "m" + question.place());
                }
                marks.add(new Mark(
                        question.place(), question.key(), value, question.kind().bad(value, limit)));
            }
        }
        if (marks.isEmpty()) {
            throw Problem.invalid("report.marks", "m1");
        }
        return marks;
    }

    /** The member was not reached; the attempt is counted. */
    @Transactional
    public StationResult notReached(Actor actor, ReportId id, Channel channel, String words) {
        get(actor, id, Action.WRITE);
        AskAttempt attempt = new AskAttempt(now(), actor.staff(), channel, Typed.optional(words, "words", Typed.LINE));
        if (!rows.attempt(actor.bureau(), id, attempt)) {
            return new Refused(Reason.NOT_OWED);
        }
        trail.record(actor, "report.attempt", StationRights.KIND, id.value(), "{}");
        return StationResult.done();
    }

    /** Makes a ticket of bad marks; whoever does so answers for it. */
    @Transactional
    public StationResult openTicket(Actor actor, ReportId id) {
        get(actor, id, Action.WRITE);
        Report report = heldOpen(actor, id).orElse(null);
        if (report == null) {
            return new Refused(Reason.SETTLED);
        }
        Station station = stations.get(actor, report.station());
        Report.Taken taken = Objects.requireNonNull(report.taken());
        Words words = Words.of(actor.language());
        Ticket ticket = tickets.openFor(
                actor,
                new NewTicket(
                        TicketKind.COMPLAINT,
                        taken.channel(),
                        words.text("report.ticket.subject", station.name()),
                        text(actor, words, report, taken),
                        null,
                        station.area(),
                        null,
                        taken.reportedAt()),
                report.customer());
        return settle(actor, report, new Report.Settled(ticket.id(), null, actor.staff(), now()));
    }

    /** The marks that are bad, each in the wording in which it was asked, and what the customer said. */
    private String text(Actor actor, Words words, Report report, Report.Taken taken) {
        Map<Integer, Question> asked = questions(actor, report);
        List<String> lines = new ArrayList<>();
        for (Mark mark : marks(actor, List.of(report.id())).getOrDefault(report.id(), List.of())) {
            Question question = asked.get(mark.place());
            if (mark.bad() && question != null) {
                lines.add(words.text(
                        "report.ticket.line", question.text(words), answer(words, question.kind(), mark.value())));
            }
        }
        if (!taken.words().isEmpty()) {
            lines.add(taken.words());
        }
        return String.join("\n", lines);
    }

    static String answer(Words words, QuestionKind kind, int value) {
        return kind == QuestionKind.MARK
                ? words.text("report.mark.value", value)
                : words.text(value == 1 ? "report.yes" : "report.no");
    }

    /** Says why bad marks become no ticket. */
    @Transactional
    public StationResult explain(Actor actor, ReportId id, String why) {
        get(actor, id, Action.WRITE);
        String reason = Typed.required(why, "why");
        return heldOpen(actor, id)
                .map(report -> settle(actor, report, new Report.Settled(null, reason, actor.staff(), now())))
                .orElseGet(() -> new Refused(Reason.SETTLED));
    }

    private Optional<Report> heldOpen(Actor actor, ReportId id) {
        return rows.hold(actor.bureau(), id).filter(Report::open);
    }

    private StationResult settle(Actor actor, Report report, Report.Settled settled) {
        rows.settle(actor.bureau(), report.id(), settled);
        String deed = settled.ticket() == null ? "report.explain" : "report.ticket";
        trail.record(actor, deed, StationRights.KIND, report.id().value(), "{}");
        return new Done(settled.ticket());
    }

    /** A report that this person may read; a 404 problem else. */
    public Report get(Actor actor, ReportId id) {
        return get(actor, id, Action.READ);
    }

    private Report get(Actor actor, ReportId id, Action action) {
        actor.require(Action.READ, StationRights.KIND);
        Report report = rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("report.absent"));
        StationRights.require(actor, action, stations.get(actor, report.station()));
        return report;
    }

    public Period period(Actor actor, Report report) {
        get(actor, report.id());
        return periods.get(actor, report.period());
    }

    /** The questions of a report by place, in the version in which they were asked. */
    public Map<Integer, Question> questions(Actor actor, Report report) {
        Map<Integer, Question> questions = new TreeMap<>();
        stations.questions(
                        actor,
                        report.station(),
                        periods.get(actor, report.period()).questions())
                .forEach(one -> questions.put(one.place(), one));
        return questions;
    }

    /** The answers of reports that were read. */
    public Map<ReportId, List<Mark>> marks(Actor actor, Collection<ReportId> reports) {
        actor.require(Action.READ, StationRights.KIND);
        return rows.marks(actor.bureau(), reports);
    }

    public List<AskAttempt> attempts(Actor actor, ReportId id) {
        get(actor, id);
        return rows.attempts(actor.bureau(), id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
