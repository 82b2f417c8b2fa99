package org.redress.ground.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Clock.Ending;
import org.redress.ground.commitment.Clock.Terms;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.RuleRef;
import org.redress.ground.rulebook.Unit;
import org.redress.platform.database.Moments;

/** A clock as its table has it, without its pauses and changes. */
record ClockRow(
        UUID id,
        Subject subject,
        String name,
        Terms terms,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Instant lateSince,
        Ending ending,
        @Nullable Instant endedAt,
        Climb climb,
        int version) {

    /** The version of the rule that it goes by, or null where a person set the limit. */
    static @Nullable RuleRef rule(ResultSet row) throws SQLException {
        String code = row.getString("rule_code");
        return code == null ? null : new RuleRef(code, row.getString("rule_jurisdiction"), row.getInt("rule_version"));
    }

    static ClockRow of(ResultSet row, @Nullable Rule rule, Map<String, WorkCalendar> calendars) throws SQLException {
        Limit limit = new Limit(row.getInt("amount"), Unit.valueOf(row.getString("unit")));
        WorkCalendar calendar = Objects.requireNonNull(calendars.get(row.getString("calendar")));
        return new ClockRow(
                row.getObject("id", UUID.class),
                new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                row.getString("name"),
                new Terms(limit, rule, calendar, row.getInt("warn_percent")),
                Moments.get(row, "started_at"),
                Moments.find(row, "due_at"),
                Moments.find(row, "warn_at"),
                Moments.find(row, "late_since"),
                Ending.valueOf(row.getString("ending")),
                Moments.find(row, "ended_at"),
                new Climb(
                        Rung.valueOf(row.getString("rung")),
                        Moments.find(row, "rung_at"),
                        row.getBoolean("rung_answered")),
                row.getInt("version"));
    }

    Clock clock(List<Pause> pauses, List<LimitChange> changes) {
        return new Clock(
                id, subject, name, terms, startedAt, pauses, changes, dueAt, warnAt, lateSince, ending, endedAt, climb,
                version);
    }
}
