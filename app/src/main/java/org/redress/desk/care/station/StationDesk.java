package org.redress.desk.care.station;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Choice;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a station, its panel, and how it is founded, changed and ended. */
@Controller
@RequestMapping("/care/stations")
class StationDesk {

    private static final int MEMBERS = 100;
    private static final int BAD = 30;
    private static final int STEPS = 50;
    private static final int FOUND = 12;

    private final TrackingStations stations;
    private final StationPanels panels;
    private final StationPeriods periods;
    private final StationReportLists lists;
    private final StationReportLines lines;
    private final StationFigureRows figures;
    private final Customers customers;
    private final Staff staff;
    private final Forms forms;
    private final Clock clock;

    StationDesk(
            TrackingStations stations,
            StationPanels panels,
            StationPeriods periods,
            StationReportLists lists,
            StationReportLines lines,
            StationFigureRows figures,
            Customers customers,
            Staff staff,
            Forms forms,
            Clock clock) {
        this.stations = stations;
        this.panels = panels;
        this.periods = periods;
        this.lists = lists;
        this.lines = lines;
        this.figures = figures;
        this.customers = customers;
        this.staff = staff;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView fresh(Actor actor, Words words) {
        return form(actor, words, null, Attempt.NONE);
    }

    private ModelAndView form(Actor actor, Words words, @Nullable Station station, Attempt attempted) {
        actor.require(Action.MANAGE, StationRights.KIND);
        return Page.of(
                station == null ? "care/stationnew" : "care/questions",
                new StationFormPage(
                        station,
                        station == null ? List.of() : stations.questions(actor, station.id(), station.questions()),
                        keepers(actor, words),
                        LocalDate.ofInstant(clock.instant(), actor.zone()),
                        attempted));
    }

    private List<Choice> keepers(Actor actor, Words words) {
        return staff.list(actor).stream()
                .filter(StaffMember::active)
                .map(one -> new Choice(
                        one.id().value().toString(), words.text("station.person", one.name(), one.unitName())))
                .toList();
    }

    @PostMapping
    ModelAndView found(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(
                actor.bureau().value(), words, StationFormPage.FORM, typed, words.text("station.done.found"));
        return forms.take(
                form,
                () -> "/care/stations/"
                        + stations.found(actor, StationForms.station(form)).value(),
                attempted -> form(actor, words, null, attempted));
    }

    @GetMapping("/{id}")
    ModelAndView show(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after) {
        return show(actor, words, new StationId(id), q, after, Attempt.NONE);
    }

    private ModelAndView show(
            Actor actor, Words words, StationId id, String q, @Nullable UUID after, Attempt attempted) {
        Station station = stations.get(actor, id);
        List<Question> questions = stations.questions(actor, id, station.questions());
        List<Member> members = panels.members(actor, id, after, MEMBERS + 1);
        List<Member> shown = members.stream().limit(MEMBERS).toList();
        List<StationStep> steps = stations.steps(actor, id, STEPS);
        boolean write = stations.may(actor, Action.WRITE, station) && station.endedAt() == null;
        boolean manage = stations.may(actor, Action.MANAGE, station) && station.endedAt() == null;
        return Page.of(
                "care/station",
                new StationPage(
                        station,
                        periods.running(actor, station).orElse(null),
                        questions,
                        figures.of(actor, id, questions),
                        lines.of(actor, words, lists.taken(actor, id, true, null, null, BAD)),
                        shown,
                        members.size() > MEMBERS
                                ? station.path() + "?after="
                                        + shown.getLast().id().value()
                                : null,
                        lines.names(actor, shown.stream().map(Member::customer).toList()),
                        steps,
                        staff.members(
                                actor,
                                Stream.of(
                                                Stream.of(station.keeper()),
                                                shown.stream().map(Member::notedBy),
                                                steps.stream().map(StationStep::by))
                                        .flatMap(people -> people)
                                        .distinct()
                                        .toList()),
                        q,
                        write && !q.isBlank() ? customers.find(actor, q, FOUND) : null,
                        write,
                        manage,
                        actor.may(Action.EXPORT, StationRights.KIND),
                        manage ? keepers(actor, words) : List.of(),
                        attempted,
                        actor.zone()));
    }

    @GetMapping("/{id}/questions")
    ModelAndView questions(Actor actor, Words words, @PathVariable UUID id) {
        return form(actor, words, stations.get(actor, new StationId(id)), Attempt.NONE);
    }

    @PostMapping("/{id}/questions")
    ModelAndView ask(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        StationId station = new StationId(id);
        Forms.Form form = new Forms.Form(
                actor.bureau().value(), words, StationFormPage.FORM, typed, words.text("station.done.questions"));
        return forms.take(
                form,
                next(
                        words,
                        id,
                        () -> stations.ask(actor, station, StationForms.version(form), StationForms.questions(form))),
                attempted -> form(actor, words, stations.get(actor, station), attempted));
    }

    @PostMapping("/{id}/change")
    ModelAndView change(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        StationId station = new StationId(id);
        Forms.Form form = form(actor, words, "change", typed);
        return forms.take(
                form,
                next(
                        words,
                        id,
                        () -> stations.change(
                                actor,
                                station,
                                StationForms.version(form),
                                form.typed("name"),
                                form.typed("area"),
                                StationForms.keeper(form))),
                attempted -> show(actor, words, station, "", null, attempted));
    }

    @PostMapping("/{id}/end")
    ModelAndView end(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        StationId station = new StationId(id);
        Forms.Form form = form(actor, words, "end", typed);
        return forms.take(
                form,
                next(words, id, () -> stations.end(actor, station, StationForms.version(form), form.typed("why"))),
                attempted -> show(actor, words, station, "", null, attempted));
    }

    /** The customer agrees to report. */
    @PostMapping("/{id}/members")
    ModelAndView join(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        StationId station = new StationId(id);
        Forms.Form form = form(actor, words, "join", typed);
        return forms.take(
                form,
                next(
                        words,
                        id,
                        () -> panels.join(
                                actor,
                                station,
                                new CustomerId(StationForms.id(form, "customer")),
                                form.typed("agreed"))),
                attempted -> show(actor, words, station, form.typed("q"), null, attempted));
    }

    @PostMapping("/{id}/members/{member}/leave")
    ModelAndView leave(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @PathVariable UUID member,
            @RequestParam Map<String, String> typed) {
        StationId station = new StationId(id);
        Forms.Form form = form(actor, words, "leave", typed);
        return forms.take(
                form,
                next(words, id, () -> panels.leave(actor, station, new MemberId(member), form.typed("why"))),
                attempted -> show(actor, words, station, "", null, attempted));
    }

    private static Forms.Form form(Actor actor, Words words, String name, Map<String, String> typed) {
        return new Forms.Form(actor.bureau().value(), words, name, typed, words.text("station.done." + name));
    }

    private static Supplier<String> next(Words words, UUID id, Supplier<StationResult> change) {
        String path = "/care/stations/" + id;
        return () -> {
            done(change.get(), words, path);
            return path;
        };
    }

    static StationResult.Done done(StationResult result, Words words, String path) {
        return switch (result) {
            case StationResult.Done done -> done;
            case StationResult.Refused refused ->
                throw Forms.refused(path, words.text("station.refused." + refused.reason()));
        };
    }
}
