package org.redress.ground.commitment;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.redress.ground.commitment.CalendarRows.Written;
import org.redress.ground.commitment.WorkCalendar.DayChange;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauFounded;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendars of a bureau: round the clock, the house's working hours, and those of departments and outlets that are
 * based on them. Holidays are dates with a name and a source, looked at before they are written.
 */
@Component
public class Calendars {

    /** Round the clock. */
    public static final String ALWAYS = "always";
    /** The house's working days and hours. */
    public static final String WORKING = "working";

    /** What the rights are about. */
    static final String KIND = "rule";

    private static final int LONGEST = 200;
    private static final String OFFICE_HOURS = "08:30-12:00 13:30-17:30";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int BATCH = 500;

    private final CalendarRows rows;
    private final CalendarShelf shelf;
    private final ClockRows clocks;
    private final Outbox outbox;
    private final Trail trail;
    private final java.time.Clock time;

    Calendars(
            CalendarRows rows,
            CalendarShelf shelf,
            ClockRows clocks,
            Outbox outbox,
            Trail trail,
            java.time.Clock time) {
        this.rows = rows;
        this.shelf = shelf;
        this.clocks = clocks;
        this.outbox = outbox;
        this.trail = trail;
        this.time = time;
    }

    /**
     * Adds a calendar that is based on another: it takes over weekdays and dates that it does not say itself.
     *
     * @param hours hours by weekday, e.g. {@code 09:00-18:00}; empty to take over the whole week
     */
    @Transactional
    public void add(Actor actor, String code, String nameZh, String nameEn, String base, Map<DayOfWeek, String> hours) {
        actor.require(Action.MANAGE, KIND);
        ZoneId zone = shelf.get(actor.bureau(), base).zone();
        if (!CODE.matcher(code).matches()) {
            throw Problem.invalid("calendar.code", "code");
        }
        if (shelf.all(actor.bureau()).containsKey(code)) {
            throw Problem.invalid("calendar.taken", "code", code);
        }
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, text) -> week.put(day, typed(text)));
        shelf.changing(actor.bureau());
        rows.add(
                actor.bureau(),
                new Written(code, said(nameZh, "nameZh"), said(nameEn, "nameEn"), zone, base, week, Map.of()));
        trail(actor, "calendar.add", code);
    }

    private static Hours typed(String hours) {
        try {
            return Hours.parse(hours);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("calendar.hours", "hours", hours);
        }
    }

    /** Every calendar of the bureau, those that others are based on first; some dozen at most. */
    public List<CalendarSheet> list(Actor actor) {
        actor.require(Action.READ, KIND);
        Map<String, WorkCalendar> laid = shelf.all(actor.bureau());
        LocalDate today = LocalDate.ofInstant(time.instant(), actor.zone());
        return rows.of(actor.bureau()).stream()
                .map(written -> sheet(written, Objects.requireNonNull(laid.get(written.code())), today))
                .sorted(Comparator.comparing((CalendarSheet one) -> one.base() != null)
                        .thenComparing(CalendarSheet::code))
                .toList();
    }

    /** One of them; a 404 problem where there is none. */
    public CalendarSheet get(Actor actor, String code) {
        return list(actor).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.absent("calendar.absent", code));
    }

    private static CalendarSheet sheet(Written written, WorkCalendar laid, LocalDate today) {
        return new CalendarSheet(
                written.code(),
                written.nameZh(),
                written.nameEn(),
                written.zone(),
                written.base(),
                !written.week().isEmpty(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new CalendarSheet.Weekday(
                                day, laid.week().getOrDefault(day, Hours.OFF).text()))
                        .toList(),
                laid.dates().entrySet().stream()
                        .filter(date -> !date.getKey().isBefore(today))
                        .sorted(Map.Entry.comparingByKey())
                        .map(date -> new CalendarSheet.Date(
                                date.getKey(),
                                date.getValue().hours() == null
                                        ? null
                                        : date.getValue().hours().text(),
                                date.getValue().name(),
                                date.getValue().source(),
                                written.dates().containsKey(date.getKey())))
                        .toList());
    }

    /**
     * Changes the hours of the week and lays the limits of running clocks over them anew.
     *
     * @param hours by weekday, a missing one or an empty text is a day off; empty to take over the week of the base
     */
    @Transactional
    public void changeWeek(Actor actor, String code, Map<DayOfWeek, String> hours) {
        CalendarSheet now = changing(actor, code);
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, text) -> week.put(day, typed(text)));
        if (week.isEmpty() ? now.base() == null : week.values().stream().allMatch(Hours::off)) {
            throw Problem.invalid("calendar.never", "hours");
        }
        rows.putWeek(actor.bureau(), code, week);
        recount(actor, code);
        trail(actor, "calendar.week", code);
    }

    /**
     * Sets the hours of one date and lays the limits of running clocks over them anew.
     *
     * @param hours empty for a day off
     * @param name why, e.g. the name of the holiday
     * @param source where it was announced
     */
    @Transactional
    public void putDate(Actor actor, String code, LocalDate date, String hours, String name, String source) {
        changing(actor, code);
        LocalDate today = LocalDate.ofInstant(time.instant(), actor.zone());
        if (date.isBefore(today) || date.isAfter(today.plusYears(5))) {
            throw Problem.invalid("calendar.date", "date");
        }
        DayChange change = new DayChange(typed(hours), said(name, "name"), said(source, "source"));
        rows.put(actor.bureau(), code, Map.of(date, change));
        recount(actor, code);
        trail(actor, "calendar.date", code);
    }

    private static String said(String given, String field) {
        String said = given.strip();
        if (said.isEmpty() || said.length() > LONGEST || said.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("calendar.said", field, LONGEST);
        }
        return said;
    }

    private CalendarSheet changing(Actor actor, String code) {
        actor.require(Action.MANAGE, KIND);
        CalendarSheet now = get(actor, code);
        if (!now.changeable()) {
            throw Problem.conflict("calendar.always");
        }
        shelf.changing(actor.bureau());
        return now;
    }

    /** What a file of holidays (JSON of holiday-cn) would change; writes nothing. */
    public HolidayPreview previewHolidays(Actor actor, String calendar, InputStream file) throws IOException {
        actor.require(Action.MANAGE, KIND);
        return HolidayPreview.of(shelf.get(actor.bureau(), calendar), HolidayFile.read(file));
    }

    /** Writes a file of holidays into a calendar and lays the limits of running clocks over it anew. */
    @Transactional
    public HolidayPreview importHolidays(Actor actor, String calendar, InputStream file) throws IOException {
        changing(actor, calendar);
        HolidayFile holidays = HolidayFile.read(file);
        return write(actor, holidays, HolidayPreview.of(shelf.get(actor.bureau(), calendar), holidays));
    }

    /**
     * Writes what was looked at, and nothing else.
     *
     * @param digest of the preview that was shown
     * @throws Problem {@code holidays.unseen} where the file, or what it would change, is not what was shown
     */
    @Transactional
    public HolidayPreview importHolidays(Actor actor, String calendar, InputStream file, String digest)
            throws IOException {
        changing(actor, calendar);
        HolidayFile holidays = HolidayFile.read(file);
        HolidayPreview preview = HolidayPreview.of(shelf.get(actor.bureau(), calendar), holidays);
        if (!preview.digest().equals(digest)) {
            throw Problem.invalid("holidays.unseen", "file");
        }
        return write(actor, holidays, preview);
    }

    private HolidayPreview write(Actor actor, HolidayFile holidays, HolidayPreview preview) {
        rows.put(actor.bureau(), preview.calendar(), holidays.changes());
        recount(actor, preview.calendar());
        trail(actor, "calendar.holidays", preview.calendar());
        return preview;
    }

    /** Running clocks on the calendar and on those based on it get their due moments by its new dates. */
    private void recount(Actor actor, String changed) {
        Set<String> codes = rows.basedOn(actor.bureau(), changed);
        Instant now = time.instant();
        List<Clock> some = clocks.onCalendars(actor.bureau(), codes, new UUID(0, 0), BATCH);
        while (!some.isEmpty()) {
            clocks.update(
                    actor.bureau(),
                    some.stream().map(clock -> ClockSteps.recount(clock, now)).toList());
            outbox.add(
                    actor.bureau().value(),
                    ClocksRecounted.TOPIC,
                    ClocksRecounted.of(some).json());
            some = clocks.onCalendars(actor.bureau(), codes, some.getLast().id(), BATCH);
        }
    }

    private void trail(Actor actor, String deed, String calendar) {
        trail.record(actor, deed, "calendar", new UUID(0, 0), "{\"calendar\":\"" + calendar + "\"}");
    }

    @EventListener
    @Transactional
    void on(BureauFounded founded) {
        ZoneId zone = founded.bureau().zone();
        shelf.changing(founded.bureau().id());
        rows.add(founded.bureau().id(), preset(ALWAYS, zone, WorkCalendar.week("00:00-24:00", DayOfWeek.values())));
        rows.add(
                founded.bureau().id(),
                preset(WORKING, zone, WorkCalendar.week(OFFICE_HOURS, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)));
        shelf.written(founded.bureau().id());
    }

    private static Written preset(String code, ZoneId zone, Map<DayOfWeek, Hours> week) {
        String key = "calendar." + code;
        return new Written(
                code, Words.of(Words.CHINESE).text(key), Words.of(Words.ENGLISH).text(key), zone, null, week, Map.of());
    }
}
