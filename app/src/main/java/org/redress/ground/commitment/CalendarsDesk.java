package org.redress.ground.commitment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pages of calendars: who works by which, the hours of each, holidays from a file. */
@Controller
class CalendarsDesk {

    private static final String PATH = "/calendars";

    private final Calendars calendars;
    private final UnitCalendars units;
    private final StaffCalendars people;
    private final Staff staff;
    private final Bureaus bureaus;
    private final FormKeys keys;

    CalendarsDesk(
            Calendars calendars,
            UnitCalendars units,
            StaffCalendars people,
            Staff staff,
            Bureaus bureaus,
            FormKeys keys) {
        this.calendars = calendars;
        this.units = units;
        this.people = people;
        this.staff = staff;
        this.bureaus = bureaus;
        this.keys = keys;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return list(actor, Map.of(), Map.of());
    }

    private ModelAndView list(Actor actor, Map<String, String> typed, Map<String, String> faults) {
        return Page.of(
                "commitment/calendars",
                new CalendarsPage(
                        calendars.list(actor),
                        bureaus.units(actor.bureau()),
                        units.own(actor),
                        staff.list(actor),
                        people.own(actor),
                        actor.may(Action.MANAGE, Calendars.KIND),
                        typed,
                        faults));
    }

    @GetMapping(PATH + "/{code}")
    ModelAndView one(Actor actor, @PathVariable String code) {
        return show(actor, code, null, Map.of(), Map.of());
    }

    private ModelAndView show(
            Actor actor,
            String code,
            @Nullable HolidayPreview preview,
            Map<String, String> typed,
            Map<String, String> faults) {
        CalendarSheet sheet = calendars.get(actor, code);
        CalendarSheet base = sheet.base() == null ? null : calendars.get(actor, sheet.base());
        boolean changing = actor.may(Action.MANAGE, Calendars.KIND) && sheet.changeable();
        return Page.of("commitment/calendar", new CalendarPage(sheet, base, changing, preview, typed, faults));
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, Words words, @RequestParam Map<String, String> typed, @RequestParam String formKey) {
        String code = typed.getOrDefault("code", "").strip();
        return attempt(
                actor,
                words,
                formKey,
                PATH + "/" + code,
                () -> calendars.add(
                        actor,
                        code,
                        typed.getOrDefault("nameZh", ""),
                        typed.getOrDefault("nameEn", ""),
                        typed.getOrDefault("base", Calendars.WORKING),
                        Map.of()),
                faults -> list(actor, typed, faults));
    }

    @PostMapping(PATH + "/units")
    ModelAndView assign(
            Actor actor,
            Words words,
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "") String calendar,
            @RequestParam String formKey) {
        return attempt(
                actor,
                words,
                formKey,
                PATH,
                () -> units.assign(actor, new UnitId(unit), calendar.isBlank() ? null : calendar),
                faults -> list(actor, Map.of(), faults));
    }

    /** Gives somebody hours that are not those of their unit, or takes them back. */
    @PostMapping(PATH + "/staff")
    ModelAndView assignTo(
            Actor actor,
            Words words,
            @RequestParam UUID person,
            @RequestParam(defaultValue = "") String calendar,
            @RequestParam String formKey) {
        return attempt(
                actor,
                words,
                formKey,
                PATH,
                () -> people.assign(actor, new StaffId(person), calendar.isBlank() ? null : calendar),
                faults -> list(actor, Map.of(), faults));
    }

    /** The hours of a week, fields {@code MONDAY} to {@code SUNDAY}; or with {@code base} the week of the base. */
    @PostMapping(PATH + "/{code}/week")
    ModelAndView week(
            Actor actor,
            Words words,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestParam String formKey) {
        Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
        if (!typed.containsKey("base")) {
            for (DayOfWeek day : DayOfWeek.values()) {
                hours.put(day, typed.getOrDefault(day.name(), ""));
            }
        }
        return attempt(
                actor,
                words,
                formKey,
                PATH + "/" + code,
                () -> calendars.changeWeek(actor, code, hours),
                faults -> show(actor, code, null, typed, faults));
    }

    @PostMapping(PATH + "/{code}/date")
    ModelAndView date(
            Actor actor,
            Words words,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestParam String formKey) {
        return attempt(
                actor,
                words,
                formKey,
                PATH + "/" + code,
                () -> calendars.putDate(
                        actor,
                        code,
                        day(typed.getOrDefault("date", "")),
                        typed.getOrDefault("hours", ""),
                        typed.getOrDefault("name", ""),
                        typed.getOrDefault("source", "")),
                faults -> show(actor, code, null, typed, faults));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("calendar.date", "date");
        }
    }

    /** A file of holidays: looked at first; with {@code write} exactly that is written, and nothing that was not shown. */
    @PostMapping(PATH + "/{code}/holidays")
    ModelAndView holidays(
            Actor actor,
            Words words,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "false") boolean write,
            @RequestParam String formKey)
            throws IOException {
        actor.require(Action.MANAGE, Calendars.KIND);
        byte[] holidays = file == null ? content.getBytes(StandardCharsets.UTF_8) : file.getBytes();
        if (!write) {
            try {
                return show(
                        actor,
                        code,
                        calendars.previewHolidays(actor, code, new ByteArrayInputStream(holidays)),
                        Map.of(),
                        Map.of());
            } catch (Problem problem) {
                ModelAndView page = show(actor, code, null, Map.of(), faults(words, problem));
                page.setStatus(problem.status());
                return page;
            }
        }
        return attempt(
                actor,
                words,
                formKey,
                PATH + "/" + code,
                () -> {
                    try {
                        calendars.importHolidays(actor, code, new ByteArrayInputStream(holidays), digest);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                faults -> show(actor, code, null, Map.of(), faults));
    }

    private ModelAndView attempt(
            Actor actor,
            Words words,
            String formKey,
            String next,
            Runnable deed,
            Function<Map<String, String>, ModelAndView> again) {
        try {
            Supplier<String> done = () -> {
                deed.run();
                return next;
            };
            return Page.then(
                    keys.once(actor.bureau().value(), formKey, done), Notice.done(words.text("calendar.written")));
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw problem;
            }
            ModelAndView page = again.apply(faults(words, problem));
            page.setStatus(problem.status());
            return page;
        }
    }

    private static Map<String, String> faults(Words words, Problem problem) {
        if (problem.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
            throw problem;
        }
        Map<String, String> faults = new HashMap<>();
        faults.put(
                Objects.requireNonNullElse(problem.field(), "code"),
                words.text("problem." + problem.code(), problem.arguments()));
        return faults;
    }
}
