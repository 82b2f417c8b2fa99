package org.redress.desk.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.UnitId;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.Value;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;

/** What a row of a file says of a ticket; null where it says nothing. */
record SourceRow(
        @Nullable String subject,
        @Nullable String text,
        @Nullable TicketKind kind,
        @Nullable TicketState state,
        @Nullable Channel channel,
        @Nullable CustomerId customer,
        @Nullable String customerName,
        @Nullable String place,
        @Nullable String postalCode,
        @Nullable String label,
        @Nullable StaffMember responsible,
        @Nullable UnitId unit,
        @Nullable Instant receivedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable Instant changedAt) {

    static SourceRow of(MappedRow row, @Nullable CustomerId customer, People people) {
        String kind = row.code(ComplaintFields.KIND);
        String state = row.code(ComplaintFields.STATE);
        String channel = row.code(ComplaintFields.CHANNEL);
        String label = Wording.lineOrNull(row.text(ComplaintFields.LABEL));
        String text = row.text(ComplaintFields.TEXT);
        String given = Wording.lineOrNull(row.text(ComplaintFields.SUBJECT));
        String body = text == null ? null : Wording.text(text);
        boolean cut = given != null && given.length() > Wording.LONGEST_SUBJECT;
        return new SourceRow(
                given != null ? Wording.cut(given, Wording.LONGEST_SUBJECT) : null,
                // What does not fit into the subject is not lost.
                cut ? (body == null ? given : given + "\n" + body) : body,
                kind == null ? null : TicketKind.valueOf(kind),
                state == null ? null : TicketState.valueOf(state),
                channel == null ? null : Channel.valueOf(channel),
                customer,
                Wording.lineOrNull(row.text(ComplaintFields.CUSTOMER_NAME)),
                Wording.lineOrNull(row.text(ComplaintFields.PLACE)),
                row.text(ComplaintFields.POSTAL_CODE),
                label,
                people.named(row.text(ComplaintFields.RESPONSIBLE)),
                people.unit(row.text(ComplaintFields.UNIT)),
                moment(row, ComplaintFields.RECEIVED),
                moment(row, ComplaintFields.RESOLVED),
                moment(row, ComplaintFields.CLOSED),
                moment(row, ComplaintFields.CHANGED));
    }

    /** As exactly as the database keeps it, so that the same moment is no news. */
    private static @Nullable Instant moment(MappedRow row, String field) {
        Instant moment = row.moment(field);
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** What the row says of its customer. */
    static CustomerDraft customer(String source, MappedRow row) {
        Value.Phone phone = row.phone(ComplaintFields.PHONE);
        return new CustomerDraft(
                source,
                row.text(ComplaintFields.CUSTOMER_ID),
                Wording.lineOrNull(row.text(ComplaintFields.CUSTOMER_NAME)),
                phone == null ? null : phone.given(),
                phone == null ? null : phone.e164(),
                row.text(ComplaintFields.EMAIL),
                Wording.lineOrNull(row.text(ComplaintFields.ADDRESS)));
    }

    /** The subject of a ticket that begins with this row. */
    String firstSubject() {
        if (subject != null) {
            return subject;
        }
        String begin = text == null ? "" : Wording.subjectFrom(text);
        return !begin.isEmpty() ? begin : label == null ? "" : Wording.cut(label, Wording.LONGEST_SUBJECT);
    }
}
