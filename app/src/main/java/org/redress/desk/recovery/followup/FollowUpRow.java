package org.redress.desk.recovery.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;

/** A row of {@code recovery.follow_up}. */
final class FollowUpRow {

    private FollowUpRow() {}

    static FollowUp of(ResultSet row, int n) throws SQLException {
        UUID ticket = row.getObject("ticket", UUID.class);
        UUID run = row.getObject("run", UUID.class);
        UUID[] handled = (UUID[]) row.getArray("handled_by").getArray();
        return new FollowUp(
                new FollowUpId(row.getObject("id", UUID.class)),
                ticket == null ? null : new TicketId(ticket),
                run == null ? null : new CreditRunId(run),
                row.getInt("round"),
                new CustomerId(row.getObject("customer", UUID.class)),
                FollowUpState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getTimestamp("closed_at").toInstant(),
                asked(row),
                Arrays.stream(handled).map(StaffId::new).collect(Collectors.toSet()),
                answer(row),
                callback(row));
    }

    private static FollowUp.@Nullable Asked asked(ResultSet row) throws SQLException {
        Instant at = moment(row, "asked_at");
        return at == null
                ? null
                : new FollowUp.Asked(at, Objects.requireNonNull(moment(row, "expires_at")), moment(row, "reminded_at"));
    }

    private static FollowUp.@Nullable Answer answer(ResultSet row) throws SQLException {
        Instant at = moment(row, "answered_at");
        if (at == null) {
            return null;
        }
        boolean elsewhere = row.getBoolean("elsewhere");
        Boolean said = row.wasNull() ? null : (Boolean) elsewhere;
        String way = row.getString("entered_way");
        return new FollowUp.Answer(
                new Marks(
                        mark(row, "recovery"),
                        mark(row, "service"),
                        mark(row, "effort"),
                        mark(row, "stay"),
                        mark(row, "recommend"),
                        said),
                row.getString("words"),
                at,
                staff(row, "entered_by"),
                way == null ? null : Channel.valueOf(way),
                row.getBoolean("bad"));
    }

    private static FollowUp.@Nullable Callback callback(ResultSet row) throws SQLException {
        Instant opened = moment(row, "opened_at");
        if (opened == null) {
            return null;
        }
        Instant done = moment(row, "done_at");
        return new FollowUp.Callback(
                staff(row, "assigned"),
                opened,
                done == null
                        ? null
                        : new FollowUp.Callback.Done(
                                Objects.requireNonNull(staff(row, "done_by")), done, row.getString("result")));
    }

    private static @Nullable Integer mark(ResultSet row, String column) throws SQLException {
        int mark = row.getInt(column);
        return row.wasNull() ? null : (Integer) mark;
    }

    private static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
