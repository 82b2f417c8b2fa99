package org.redress.ground.commitment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.ground.rulebook.Rule;
import org.redress.platform.text.Words;
import org.redress.platform.web.ClockChip;
import org.redress.platform.web.ReckoningLine;

/** A clock in words, as it stands at a moment. */
record ClockFace(Clock clock, Instant now, Words words) {

    /** Beyond this a script does not count down: days are said, and they do not tick. */
    private static final Duration COUNTS_DOWN = Duration.ofHours(48);

    ClockChip chip() {
        return new ClockChip(
                clock.state(now).look(), words.text("clock.name." + clock.name()), says(), lines(), countsTo());
    }

    private String says() {
        return switch (clock.state(now)) {
            case OK, DUE -> words.text("clock.left", clock.left(now).text(words));
            case LATE -> words.text("clock.over", clock.over(now).text(words));
            case PAUSED -> paused(Objects.requireNonNull(clock.pausedAt(now)));
            case DONE -> done(clock.used(now));
            case DONE_LATE -> words.text("clock.donelate", clock.over(now).text(words));
            case CANCELLED -> words.text("clock.cancelled");
        };
    }

    private String paused(Pause pause) {
        String reason = pause.reason().text(words);
        return pause.until() == null
                ? words.text("clock.paused", reason)
                : words.text("clock.pausedUntil", reason, moment(pause.until()));
    }

    private String done(Stretch used) {
        long minutes = Math.max(1, used.time().toMinutes());
        return minutes < 60 ? words.text("clock.done.minutes", minutes) : words.text("clock.done", used.text(words));
    }

    /** The time where it is today's, else the day as well. */
    private String moment(Instant moment) {
        LocalDate today = LocalDate.ofInstant(now, clock.zone());
        return LocalDate.ofInstant(moment, clock.zone()).equals(today)
                ? DateTimeFormatter.ofPattern("HH:mm").format(moment.atZone(clock.zone()))
                : words.dateTime(moment, clock.zone());
    }

    private @Nullable Instant countsTo() {
        ClockState state = clock.state(now);
        boolean runs = state == ClockState.OK || state == ClockState.DUE || state == ClockState.LATE;
        Instant due = clock.dueAt();
        boolean near = due != null && Duration.between(now, due).abs().compareTo(COUNTS_DOWN) < 0;
        boolean steady = !clock.limit().unit().isWorking() && (state != ClockState.LATE || ranThrough(due));
        return runs && near && steady ? due : null;
    }

    /** Whether nothing has stopped it since it fell due, so that the time over is the time since. */
    private boolean ranThrough(@Nullable Instant due) {
        return due != null
                && clock.pauses().stream()
                        .noneMatch(
                                pause -> pause.until() == null || pause.until().isAfter(due));
    }

    private List<ReckoningLine> lines() {
        List<ReckoningLine> lines = new ArrayList<>();
        lines.add(line("clock.line.start", at(clock.startedAt())));
        lines.add(line("clock.line.limit", limit()));
        clock.changes()
                .forEach(change -> lines.add(line(
                        "clock.line.change",
                        words.text(
                                "clock.line.changed",
                                at(change.at()),
                                change.before().text(words)))));
        if (clock.pauses().isEmpty()) {
            lines.add(line("clock.line.pause", words.text("clock.line.nopause")));
        }
        clock.pauses().forEach(pause -> lines.add(line("clock.line.pause", span(pause))));
        Instant due = clock.dueAt();
        lines.add(line("clock.line.due", due == null ? words.text("clock.line.nodue") : at(due)));
        Instant ended = clock.endedAt();
        if (ended != null) {
            lines.add(line("clock.line.end", at(ended)));
        }
        lines.add(source(clock.rule()));
        return lines;
    }

    private String limit() {
        String limit = clock.limit().text(words);
        return clock.limit().unit().isWorking()
                ? words.text("clock.line.working", limit, clock.calendarName(words))
                : words.text("clock.line.elapsed", limit);
    }

    private String span(Pause pause) {
        String reason = pause.reason().text(words);
        return pause.until() == null
                ? words.text("clock.line.since", at(pause.from()), reason)
                : words.text("clock.line.span", at(pause.from()), at(pause.until()), reason);
    }

    private ReckoningLine source(@Nullable Rule rule) {
        String name = words.text("clock.line.source");
        return rule == null
                ? ReckoningLine.of(name, words.text("clock.line.nosource"))
                : new ReckoningLine(name, rule.source(words), "/rules/" + rule.code());
    }

    private ReckoningLine line(String key, String value) {
        return ReckoningLine.of(words.text(key), value);
    }

    private String at(Instant moment) {
        return words.dateTime(moment, clock.zone());
    }
}
