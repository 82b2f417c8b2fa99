package org.redress.desk.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.RowOutcome;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.springframework.stereotype.Component;

/**
 * Takes in a batch of rows: the tickets that are there are read at once, the rows are laid over them in memory in the order
 * of the file, and what came of it is written at once.
 */
@Component
class SourceIntake {

    private final SourceRows rows;
    private final Opening opening;
    private final Customers customers;
    private final Staff staff;
    private final Bureaus bureaus;
    private final Suggestions suggestions;
    private final ReplyClocks clocks;
    private final Chronicle chronicle;
    private final JoinSeeker seeker;
    private final SourceBell bell;
    private final Clock clock;

    SourceIntake(
            SourceRows rows,
            Opening opening,
            Customers customers,
            Staff staff,
            Bureaus bureaus,
            Suggestions suggestions,
            ReplyClocks clocks,
            Chronicle chronicle,
            JoinSeeker seeker,
            SourceBell bell,
            Clock clock) {
        this.rows = rows;
        this.opening = opening;
        this.customers = customers;
        this.staff = staff;
        this.bureaus = bureaus;
        this.suggestions = suggestions;
        this.clocks = clocks;
        this.chronicle = chronicle;
        this.seeker = seeker;
        this.bell = bell;
        this.clock = clock;
    }

    List<RowOutcome> take(Actor actor, String source, List<MappedRow> batch) {
        Instant now = clock.instant();
        rows.hold(actor, source);
        People people = new People(staff.list(actor), bureaus.units(actor.bureau()));
        List<@Nullable CustomerId> matched = customers.match(
                actor,
                batch.stream().map(row -> SourceRow.customer(source, row)).toList());
        Map<String, SourceTicket> known = rows.find(
                actor,
                source,
                batch.stream()
                        .map(MappedRow::number)
                        .flatMap(Stream::ofNullable)
                        .toList());
        List<SourceTicket> touched = new ArrayList<>(known.values());
        Map<String, SourceTicket> byNumber = new HashMap<>(known);
        List<RowOutcome> outcomes = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            MappedRow mapped = batch.get(i);
            SourceRow row = SourceRow.of(mapped, matched.get(i), people);
            SourceTicket ticket = mapped.number() == null ? null : byNumber.get(mapped.number());
            if (ticket == null) {
                ticket = new SourceTicket(source, mapped.number(), actor, now);
                ticket.begin(row, now);
                touched.add(ticket);
                if (mapped.number() != null) {
                    byNumber.put(mapped.number(), ticket);
                }
                outcomes.add(RowOutcome.CREATED);
            } else {
                outcomes.add(ticket.goOn(row, now) ? RowOutcome.UPDATED : RowOutcome.UNCHANGED);
            }
        }
        write(actor, touched.stream().filter(SourceTicket::changed).toList(), now);
        return outcomes;
    }

    private void write(Actor actor, List<SourceTicket> tickets, Instant now) {
        tickets.forEach(ticket -> read(actor, ticket));
        List<SourceTicket> fresh =
                tickets.stream().filter(ticket -> ticket.before == null).toList();
        List<SourceTicket> known =
                tickets.stream().filter(ticket -> ticket.before != null).toList();
        List<TicketChanged.Fact> facts = new ArrayList<>(
                opening.write(actor, fresh.stream().map(SourceTicket::fresh).toList()));
        name(actor, known);
        facts.addAll(rows.update(actor, known, replies(actor, known, now)));
        chronicle.write(
                actor,
                "ticket.import",
                tickets.stream().flatMap(SourceIntake::happenings).toList(),
                facts);
        known.forEach(ticket -> ring(actor, ticket));
        seeker.seek(actor, tickets.stream().map(ticket -> ticket.id).toList());
    }

    private void ring(Actor actor, SourceTicket ticket) {
        if (ticket.told != null && ticket.before != null) {
            bell.ring(actor, ticket, ticket.before, ticket.told);
        }
    }

    /** A row need not repeat who the customer is; the ticket is found by the name all the same. */
    private void name(Actor actor, List<SourceTicket> tickets) {
        Map<CustomerId, CustomerCard> cards = customers.cards(
                actor,
                tickets.stream()
                        .filter(ticket -> ticket.customerName == null)
                        .map(ticket -> ticket.customer)
                        .flatMap(Stream::ofNullable)
                        .toList());
        for (SourceTicket ticket : tickets) {
            CustomerCard card = ticket.customer == null ? null : cards.get(ticket.customer);
            if (ticket.customerName == null && card != null) {
                ticket.customerName = card.name();
            }
        }
    }

    private static Stream<Happening> happenings(SourceTicket ticket) {
        int after = ticket.before == null ? 1 : ticket.before.version() + 1;
        return ticket.happenings.stream().map(one -> one.touching(after, Set.of(Happening.EVERYTHING)));
    }

    /** What the text and the source's own word for it say of the failure, as long as nobody has decided. */
    private void read(Actor actor, SourceTicket ticket) {
        if (ticket.type != null) {
            return;
        }
        ticket.type = ticket.label == null ? null : suggestions.named(actor, ticket.label);
        ticket.suggestion = suggestions.of(
                actor, ticket.subject, ticket.label == null ? ticket.text : ticket.text + "\n" + ticket.label);
    }

    /** What becomes of the clocks of tickets that were there, where the source has moved them on. */
    private Map<SourceTicket, ReplyNow> replies(Actor actor, List<SourceTicket> tickets, Instant now) {
        Map<SourceTicket, ReplyNow> replies = new HashMap<>();
        for (SourceTicket ticket : tickets) {
            ReplyNow reply = reply(actor, ticket, Objects.requireNonNull(ticket.before), now);
            if (reply != null) {
                replies.put(ticket, reply);
            }
        }
        return replies;
    }

    private @Nullable ReplyNow reply(Actor actor, SourceTicket ticket, SourceTicket.Known before, Instant now) {
        if (ticket.state == before.state()) {
            return null;
        }
        boolean runs = before.dueAt() != null;
        if (runs || before.paused()) {
            return switch (ticket.state) {
                case RESOLVED, CLOSED ->
                    clocks.stop(actor, ticket.id, Objects.requireNonNullElse(ticket.resolvedAt, now));
                case REJECTED, CANCELLED -> clocks.cancel(actor, ticket.id);
                case PENDING -> runs ? clocks.pause(actor, ticket.id, Held.FOR_CUSTOMER, "") : null;
                // A source that lets a matter lie gives no reason for which our clock may stand still.
                case ACKNOWLEDGED, IN_PROGRESS, HELD -> runs ? null : clocks.resume(actor, ticket.id);
            };
        }
        return ticket.state.inHand() && !before.state().inHand()
                ? clocks.start(actor, ticket.id, ticket.unit, ticket.kind, now)
                : null;
    }
}
