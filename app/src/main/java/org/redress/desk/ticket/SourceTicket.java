package org.redress.desk.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;

/**
 * A ticket while the rows of a batch tell of it, one after another. It follows its source in what the source knows, and
 * keeps what people did with it here: its failure type, its settlement, who took it. The state follows only where the source has
 * gone on to another one since it last spoke, and only as long as nobody here works on it: from then on it is noted.
 */
final class SourceTicket {

    final UUID id;
    final @Nullable String number;
    /** The row of the table as it was, or null for a ticket that begins with this batch. */
    final @Nullable Known before;

    final List<Happening> happenings = new ArrayList<>();

    TicketKind kind = TicketKind.COMPLAINT;
    TicketState state = TicketState.ACKNOWLEDGED;

    @Nullable
    TicketState sourceState;

    /** Whether whoever answers for it took it here, was given it or has done something on it: its steps are theirs. */
    boolean worked;

    /** The state that the source has come to and that was noted only, or null. */
    @Nullable
    TicketState told;

    String subject = "";
    String text = "";
    Channel channel = Channel.OTHER;

    @Nullable
    CustomerId customer;

    @Nullable
    String customerName;

    StaffId responsible;
    UnitId unit;

    @Nullable
    Instant takenAt;

    @Nullable
    String place;

    @Nullable
    String postalCode;

    @Nullable
    String label;

    @Nullable
    String type;

    @Nullable
    Suggestion suggestion;

    Instant receivedAt;

    @Nullable
    Instant resolvedAt;

    @Nullable
    Instant closedAt;

    /** When the source last changed it, as far as rows say so. */
    @Nullable
    Instant changedAt;

    private final String source;
    private boolean changed;

    /** What the table knows of a ticket besides what its source tells. */
    record Known(
            TicketNumber number,
            int version,
            TicketState state,
            @Nullable Instant dueAt,
            boolean paused) {}

    /** A ticket that begins with this batch; until the file says otherwise it is the concern of whoever sent the file. */
    SourceTicket(String source, @Nullable String number, Actor actor, Instant now) {
        this.id = Ids.next();
        this.source = source;
        this.number = number;
        this.before = null;
        this.responsible = actor.staff();
        this.unit = actor.unit();
        this.receivedAt = now;
    }

    /** A ticket that is there. */
    SourceTicket(
            String source,
            UUID id,
            @Nullable String number,
            Known before,
            StaffId responsible,
            UnitId unit,
            Instant receivedAt) {
        this.id = id;
        this.source = source;
        this.number = number;
        this.before = before;
        this.state = before.state();
        this.responsible = responsible;
        this.unit = unit;
        this.receivedAt = receivedAt;
    }

    /** Whether any row of this batch has said something new. */
    boolean changed() {
        return changed;
    }

    /** Takes in the first row of a ticket that begins with it. */
    void begin(SourceRow row, Instant now) {
        subject = row.firstSubject();
        sourceState = row.state();
        state = row.state() == null ? state : row.state();
        follow(row, now);
        happenings.add(new Happening(id, "source", null, state, null, source));
        changed = true;
    }

    /**
     * Takes in a further row. One that is older than what is known, as in a file that comes too late, says nothing new.
     *
     * @return whether it said anything new
     */
    boolean goOn(SourceRow row, Instant now) {
        if (row.changedAt() != null && changedAt != null && row.changedAt().isBefore(changedAt)) {
            return false;
        }
        TicketState from = state;
        boolean other = put(row.subject(), subject, value -> subject = value);
        Happening word = null;
        TicketState says = row.state();
        if (says != null && says != sourceState) {
            sourceState = says;
            other = true;
            if (worked && says != state) {
                word = told(says);
            } else {
                state = says;
            }
        }
        other |= follow(row, now);
        if (other) {
            happenings.add(word == null ? new Happening(id, "source", from, state, null, source) : word);
        }
        changed |= other;
        return other;
    }

    private Happening told(TicketState says) {
        told = says;
        return new Happening(id, TicketStory.TOLD, state, state, null, says.name());
    }

    private boolean follow(SourceRow row, Instant now) {
        boolean other = put(row.text(), text, value -> text = value);
        other |= put(row.kind(), kind, value -> kind = value);
        other |= put(row.channel(), channel, value -> channel = value);
        other |= put(row.customer(), customer, value -> customer = value);
        customerName = row.customerName() == null ? customerName : row.customerName();
        other |= put(row.place(), place, value -> place = value);
        other |= put(row.postalCode(), postalCode, value -> postalCode = value);
        other |= put(row.label(), label, value -> label = value);
        other |= put(row.receivedAt(), receivedAt, value -> receivedAt = value);
        other |= put(row.changedAt(), changedAt, value -> changedAt = value);
        other |= followPeople(row, now);
        other |= followEnds(row);
        return other;
    }

    /** Whoever took it here stays; the file names who has it only as long as nobody has. */
    private boolean followPeople(SourceRow row, Instant now) {
        if (takenAt != null) {
            return false;
        }
        if (row.responsible() != null) {
            responsible = row.responsible().id();
            unit = row.responsible().unit();
            takenAt = now;
            return true;
        }
        return put(row.unit(), unit, value -> unit = value);
    }

    /** Files of a log give the end in every row: it counts from the row on that says the ticket has come to it. */
    private boolean followEnds(SourceRow row) {
        if (worked) {
            return false;
        }
        boolean over = state == TicketState.RESOLVED || state == TicketState.CLOSED;
        boolean other = over && put(row.resolvedAt(), resolvedAt, value -> resolvedAt = value);
        if (!state.open()) {
            other |= put(row.closedAt(), closedAt, value -> closedAt = value);
        } else if (closedAt != null) {
            closedAt = null;
            other = true;
        }
        if (!over && resolvedAt != null) {
            resolvedAt = null;
            other = true;
        }
        return other;
    }

    private static <T> boolean put(@Nullable T said, @Nullable T known, Consumer<T> keep) {
        if (said == null || Objects.equals(said, known)) {
            return false;
        }
        keep.accept(said);
        return true;
    }

    /** As it is written for the first time. */
    Fresh fresh() {
        return new Fresh(
                id,
                kind,
                state,
                subject,
                text,
                customer,
                customerName,
                responsible,
                unit,
                takenAt,
                channel,
                receivedAt,
                place,
                postalCode,
                suggestion,
                new Fresh.Arrival(source, number, sourceState, changedAt, label, type, resolvedAt, closedAt));
    }
}
