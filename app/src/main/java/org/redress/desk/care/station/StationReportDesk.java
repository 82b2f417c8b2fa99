package org.redress.desk.care.station;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.care.preference.PreferenceViews;
import org.redress.desk.ticket.Channel;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is to be asked next, the screen on which a report is taken, and what bad marks wait for. */
@Controller
class StationReportDesk {

    private static final int LENGTH = 50;

    private final StationReports reports;
    private final StationReportLists lists;
    private final TrackingStations stations;
    private final StationReportLines lines;
    private final PreferenceViews preferences;
    private final Staff staff;
    private final Forms forms;
    private final Clock clock;

    StationReportDesk(
            StationReports reports,
            StationReportLists lists,
            TrackingStations stations,
            StationReportLines lines,
            PreferenceViews preferences,
            Staff staff,
            Forms forms,
            Clock clock) {
        this.reports = reports;
        this.preferences = preferences;
        this.lists = lists;
        this.stations = stations;
        this.lines = lines;
        this.staff = staff;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/care/ask")
    ModelAndView ask(
            Actor actor,
            Words words,
            @RequestParam(required = false) @Nullable UUID station,
            @RequestParam(required = false) @Nullable Instant due,
            @RequestParam(defaultValue = "0") int attempts,
            @RequestParam(required = false) @Nullable UUID id) {
        Station narrowed = station == null ? null : stations.get(actor, new StationId(station));
        StationReportLists.AskAfter after = due == null || id == null
                ? StationReportLists.AskAfter.START
                : new StationReportLists.AskAfter(due, attempts, id);
        List<Report> found = lists.owed(actor, narrowed == null ? null : narrowed.id(), after, LENGTH + 1);
        List<Report> shown = found.stream().limit(LENGTH).toList();
        String next = found.size() > LENGTH
                ? "/care/ask?due=" + shown.getLast().dueAt() + "&attempts="
                        + shown.getLast().attempts() + "&id="
                        + shown.getLast().id().value() + (station == null ? "" : "&station=" + station)
                : null;
        return Page.of(
                "care/reports",
                new ReportListPage(true, narrowed, lines.of(actor, words, shown), next, clock.instant(), actor.zone()));
    }

    @GetMapping("/care/bad")
    ModelAndView bad(
            Actor actor,
            Words words,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID id) {
        List<Report> found = lists.open(actor, at, id, LENGTH + 1);
        List<Report> shown = found.stream().limit(LENGTH).toList();
        Report.Taken last = shown.isEmpty() ? null : shown.getLast().taken();
        String next = found.size() > LENGTH && last != null
                ? "/care/bad?at=" + last.at() + "&id=" + shown.getLast().id().value()
                : null;
        return Page.of(
                "care/reports",
                new ReportListPage(false, null, lines.of(actor, words, shown), next, clock.instant(), actor.zone()));
    }

    @GetMapping("/care/reports/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return show(actor, new ReportId(id), Attempt.NONE);
    }

    private ModelAndView show(Actor actor, ReportId id, Attempt attempted) {
        Report report = reports.get(actor, id);
        Station station = stations.get(actor, report.station());
        List<AskAttempt> attempts = reports.attempts(actor, id);
        Report.Settled settled = report.settled();
        return Page.of(
                "care/report",
                new ReportPage(
                        report,
                        station,
                        reports.period(actor, report),
                        lines.names(actor, List.of(report.customer())).getOrDefault(report.customer(), ""),
                        List.copyOf(reports.questions(actor, report).values()),
                        reports.marks(actor, List.of(id)).getOrDefault(id, List.of()),
                        attempts,
                        staff.members(
                                actor,
                                Stream.of(
                                                attempts.stream().map(AskAttempt::by),
                                                Stream.ofNullable(report.taken())
                                                        .map(Report.Taken::by),
                                                Stream.ofNullable(settled).map(Report.Settled::by))
                                        .flatMap(people -> people)
                                        .distinct()
                                        .toList()),
                        stations.may(actor, Action.WRITE, station),
                        actor.may(Action.WRITE, "ticket"),
                        lines.number(actor, settled == null ? null : settled.ticket()),
                        PreferenceViews.reads(actor) ? preferences.shown(actor, report.customer(), null, false) : null,
                        attempted,
                        clock.instant(),
                        actor.zone()));
    }

    @PostMapping("/care/reports/{id}")
    ModelAndView take(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        ReportId report = new ReportId(id);
        Forms.Form form = form(actor, words, "take", typed);
        return forms.take(
                form,
                () -> {
                    done(reports.take(actor, report, given(actor, form)), words, report);
                    Report after = reports.get(actor, report);
                    return after.open() ? after.path() : "/care/ask";
                },
                attempted -> show(actor, report, attempted));
    }

    private static NewReport given(Actor actor, Forms.Form form) {
        Map<Integer, Integer> marks = new HashMap<>();
        for (int place = 1; place <= TrackingStations.MOST_QUESTIONS; place++) {
            String typed = form.typed("m" + place);
            if (!typed.isEmpty()) {
                marks.put(place, mark(typed, "m" + place));
            }
        }
        return new NewReport(
                Typed.choice(Channel.class, form.typed("channel"), "channel"),
                form.typed("words"),
                marks,
                reported(actor, form.typed("reported")));
    }

    private static int mark(String typed, String field) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw Problem.invalid("report.mark", field);
        }
    }

    private static @Nullable Instant reported(Actor actor, String typed) {
        try {
            return typed.isBlank()
                    ? null
                    : LocalDateTime.parse(typed.strip()).atZone(actor.zone()).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid("report.reported", "reported");
        }
    }

    @PostMapping("/care/reports/{id}/attempt")
    ModelAndView attempt(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        ReportId report = new ReportId(id);
        Forms.Form form = form(actor, words, "attempt", typed);
        return forms.take(
                form,
                () -> {
                    Channel by = Typed.choice(Channel.class, form.typed("channel"), "channel");
                    done(reports.notReached(actor, report, by, form.typed("words")), words, report);
                    return "/care/ask";
                },
                attempted -> show(actor, report, attempted));
    }

    /** One press makes a ticket of it; whoever presses answers for it. */
    @PostMapping("/care/reports/{id}/ticket")
    ModelAndView ticket(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        ReportId report = new ReportId(id);
        Forms.Form form = form(actor, words, "ticket", typed);
        return forms.take(
                form,
                () -> {
                    StationResult.Done done = done(reports.openTicket(actor, report), words, report);
                    return done.ticket() == null
                            ? "/care/reports/" + id
                            : "/tickets/" + done.ticket().value();
                },
                attempted -> show(actor, report, attempted));
    }

    @PostMapping("/care/reports/{id}/explain")
    ModelAndView explain(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        ReportId report = new ReportId(id);
        Forms.Form form = form(actor, words, "explain", typed);
        return forms.take(
                form,
                () -> {
                    done(reports.explain(actor, report, form.typed("why")), words, report);
                    return "/care/reports/" + id;
                },
                attempted -> show(actor, report, attempted));
    }

    private static Forms.Form form(Actor actor, Words words, String name, Map<String, String> typed) {
        return new Forms.Form(actor.bureau().value(), words, name, typed, words.text("report.done." + name));
    }

    private static StationResult.Done done(StationResult result, Words words, ReportId report) {
        return StationDesk.done(result, words, "/care/reports/" + report.value());
    }
}
