package org.redress.desk.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;

/**
 * A row of a list as the table has it, before names are put to its ids.
 *
 * @param key value of the list's order
 */
record CardRow(
        Cursor.Key key,
        TicketId id,
        TicketNumber number,
        int version,
        TicketKind kind,
        TicketState state,
        Instant stateSince,
        @Nullable String stateReason,
        String subject,
        @Nullable CustomerId customer,
        StaffId responsible,
        UnitId unit,
        boolean taken,
        Channel channel,
        @Nullable String place,
        @Nullable String postalCode,
        String source,
        @Nullable String externalNumber,
        @Nullable String type,
        @Nullable String suggestedType,
        @Nullable Instant dueAt,
        boolean paused,
        @Nullable Grade severity,
        int points,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt) {

    static final String COLUMNS = """
            t.id, t.number, t.version, t.kind, t.state, t.state_since, t.state_reason, t.subject, t.customer,
            t.responsible, t.unit, t.taken_at, t.channel, t.place, t.postal_code, t.source, t.external_number,
            t.failure_type, t.failure_suggested, t.due_at, t.paused, t.received_at, t.answered_at, t.resolved_at,
            t.closed_at, t.reply_ended_at, t.severity, t.grade""";

    static CardRow of(ResultSet row, String key) throws SQLException {
        UUID customer = row.getObject("customer", UUID.class);
        String grade = row.getString("grade");
        return new CardRow(
                key.equals(ViewSql.SEVERITY)
                        ? new Cursor.Points(row.getInt(key))
                        : new Cursor.Moment(row.getObject(key, OffsetDateTime.class)),
                new TicketId(row.getObject("id", UUID.class)),
                new TicketNumber(row.getLong("number")),
                row.getInt("version"),
                TicketKind.valueOf(row.getString("kind")),
                TicketState.ofWire(row.getString("state")),
                Moments.get(row, "state_since"),
                row.getString("state_reason"),
                row.getString("subject"),
                customer == null ? null : new CustomerId(customer),
                new StaffId(row.getObject("responsible", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getObject("taken_at") != null,
                Channel.valueOf(row.getString("channel")),
                row.getString("place"),
                row.getString("postal_code"),
                row.getString("source"),
                row.getString("external_number"),
                row.getString("failure_type"),
                row.getString("failure_suggested"),
                Moments.find(row, "due_at"),
                row.getBoolean("paused"),
                grade == null ? null : Grade.valueOf(grade),
                row.getInt("severity"),
                Moments.get(row, "received_at"),
                Moments.find(row, "answered_at"),
                Moments.find(row, "resolved_at"),
                Moments.find(row, "closed_at"));
    }

    TicketCard card(@Nullable CustomerCard known, String responsibleName, @Nullable TicketId lead) {
        return new TicketCard(
                id,
                number,
                version,
                kind,
                state,
                stateSince,
                stateReason,
                subject,
                customer,
                known == null ? null : known.name(),
                known == null ? null : known.phone(),
                responsible,
                responsibleName,
                unit,
                taken,
                channel,
                place,
                postalCode,
                source,
                externalNumber,
                type,
                suggestedType,
                dueAt,
                paused,
                severity,
                points,
                receivedAt,
                answeredAt,
                resolvedAt,
                closedAt,
                lead);
    }
}
