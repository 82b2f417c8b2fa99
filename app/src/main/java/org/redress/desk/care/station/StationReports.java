package org.redress.desk.care.station;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.care.CareTexts;
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
        String words = CareTexts.optional(given.words(), "words", CareTexts.LONGEST_TEXT);
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
        Attempt attempt =
                new Attempt(now(), actor.staff(), channel, CareTexts.optional(words, "words", CareTexts.LONGEST_LINE));
        if (!rows.attempt(actor.bureau(), id, attempt)) {
            return new Refused(Reason.NOT_OWED);
        }
        trail.record(actor, "report.attempt", StationRights.KIND, id.value(), "{}");
        return StationResult.done();
    }

    /** Makes a ticket of bad marks; whoever does so answers for it. */
    @Transactional
    public StationResult openTicket(Actor actor, ReportId id) {
        Report report = get(actor, id, Action.WRITE);
        if (!heldOpen(actor, id)) {
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
        Report report = get(actor, id, Action.WRITE);
        String reason = CareTexts.required(why, "why");
        return heldOpen(actor, id)
                ? settle(actor, report, new Report.Settled(null, reason, actor.staff(), now()))
                : new Refused(Reason.SETTLED);
    }

    private boolean heldOpen(Actor actor, ReportId id) {
        return rows.hold(actor.bureau(), id).filter(Report::open).isPresent();
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
        Map<Integer, Question> questions = new java.util.TreeMap<>();
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

    public List<Attempt> attempts(Actor actor, ReportId id) {
        get(actor, id);
        return rows.attempts(actor.bureau(), id);
    }

    /**
     * A place in the list of who is to be asked.
     *
     * @param attempts that came to nothing
     */
    public record AskAfter(Instant dueAt, int attempts, UUID id) {

        public static final AskAfter START = new AskAfter(Instant.EPOCH, 0, new UUID(0, 0));
    }

    static final String OWED =
            "%s%s and r.state = 'OWED' and (r.due_at, r.attempts, r.id) > (:due, :attempts, :after) order by r.due_at, r.attempts, r.id limit :limit";

    /**
     * Who is to be asked next: what falls due first, whoever was tried least before the others.
     *
     * @param station of one station alone, or null
     */
    public List<Report> owed(Actor actor, @Nullable StationId station, AskAfter after, int limit) {
        Map<String, Object> params = params(actor, station, limit);
        params.put("due", StationRows.utc(after.dueAt()));
        params.put("attempts", after.attempts());
        params.put("after", after.id());
        return rows.list(actor.bureau(), OWED.formatted(StationRights.reading(actor), of(station)), params);
    }

    static final String OPEN =
            "%s and r.bad and r.settled_at is null and (r.taken_at, r.id) > (:at, :after) order by r.taken_at, r.id limit :limit";

    /** Bad marks of which nothing has become, the oldest first, after the last one seen. */
    public List<Report> open(Actor actor, @Nullable Instant at, @Nullable UUID after, int limit) {
        Map<String, Object> params = params(actor, null, limit);
        params.put("at", StationRows.utc(at == null || after == null ? Instant.EPOCH : at));
        params.put("after", after == null ? new UUID(0, 0) : after);
        return rows.list(actor.bureau(), OPEN.formatted(StationRights.reading(actor)), params);
    }

    static final String TAKEN =
            "r.station = :station and %s (r.taken_at, r.id) < (:at, :after) order by r.taken_at desc, r.id desc limit :limit";

    /**
     * What came, the latest first, after the last one seen.
     *
     * @param bad only what has bad marks
     */
    public List<Report> taken(
            Actor actor, StationId station, boolean bad, @Nullable Instant at, @Nullable UUID after, int limit) {
        stations.get(actor, station);
        Map<String, Object> params = params(actor, station, limit);
        params.put("at", StationRows.utc(at == null || after == null ? Instant.parse("9999-01-01T00:00:00Z") : at));
        params.put("after", after == null ? new UUID(-1, -1) : after);
        return rows.list(actor.bureau(), TAKEN.formatted(bad ? "r.bad and" : "r.state = 'TAKEN' and"), params);
    }

    private static String of(@Nullable StationId station) {
        return station == null ? "" : " and r.station = :station";
    }

    private static Map<String, Object> params(Actor actor, @Nullable StationId station, int limit) {
        Map<String, Object> params = new HashMap<>(StationRights.params(actor));
        params.put("limit", limit);
        if (station != null) {
            params.put("station", station.value());
        }
        return params;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
