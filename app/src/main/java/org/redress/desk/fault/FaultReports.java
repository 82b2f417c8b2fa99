package org.redress.desk.fault;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Takes reports: the contact and the ticket where there is none yet, and the work order with everything that begins with it. */
@Component
class FaultReports {

    private static final int HIGHEST = 3;

    private final LineRows lineRows;
    private final Lines lines;
    private final FaultRows rows;
    private final StepRows steps;
    private final RecentRepairs recent;
    private final OutageRows outages;
    private final RepairPosts posts;
    private final RepairClocks clocks;
    private final FaultNotices notices;
    private final Contacts contacts;
    private final Tickets tickets;
    private final Bureaus bureaus;
    private final java.time.Clock clock;

    FaultReports(
            LineRows lineRows,
            Lines lines,
            FaultRows rows,
            StepRows steps,
            RecentRepairs recent,
            OutageRows outages,
            RepairPosts posts,
            RepairClocks clocks,
            FaultNotices notices,
            Contacts contacts,
            Tickets tickets,
            Bureaus bureaus,
            java.time.Clock clock) {
        this.lineRows = lineRows;
        this.lines = lines;
        this.rows = rows;
        this.steps = steps;
        this.recent = recent;
        this.outages = outages;
        this.posts = posts;
        this.clocks = clocks;
        this.notices = notices;
        this.contacts = contacts;
        this.tickets = tickets;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    Reporting report(Actor actor, NewFault wish) {
        return report(actor, wish.order(), line -> recorded(actor, line, wish));
    }

    Reporting report(Actor actor, TicketId ticket, NewOrder wish) {
        return report(actor, wish, line -> inHand(actor, line, ticket));
    }

    private Reporting report(Actor actor, NewOrder wish, Function<Line, Ticket> matter) {
        actor.require(Action.WRITE, FaultRights.KIND);
        lineRows.hold(actor.bureau(), wish.line());
        Line line = lines.find(actor, wish.line()).orElseThrow(() -> Problem.absent("fault.line.absent"));
        Optional<Fault> open = rows.open(actor.bureau(), line.id());
        if (open.isPresent()) {
            return new Reporting.Already(open.get());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Window window = wish.window() == null ? null : wish.window().checked(now);
        UnitId unit = posts.of(actor, line, wish.unit());
        Ticket ticket = matter.apply(line);
        Optional<Fault> known =
                rows.ofTickets(actor.bureau(), List.of(ticket.id())).stream().findFirst();
        if (known.isPresent()) {
            return new Reporting.Already(known.get());
        }
        Fault earlier = recent.of(actor, line.id(), ticket.origin().receivedAt()).stream()
                .findFirst()
                .orElse(null);
        Fault fresh = fresh(actor, line, wish, ticket, unit, earlier);
        rows.insert(actor.bureau(), fresh);
        rows.answers(
                actor.bureau(),
                fresh.id(),
                Diagnosis.walk(line.service(), wish.said()).said());
        step(actor, fresh, RepairStep.SEND, now);
        if (earlier != null) {
            notices.repeated(bureaus.command(bureaus.get(actor.bureau())), fresh, earlier.unit(), ticket, now);
        }
        return new Reporting.Opened(window == null ? fresh : appointed(actor, fresh, window, wish.wished(), now));
    }

    /** The ticket that a customer's words become, as a contact like any other. */
    private Ticket recorded(Actor actor, Line line, NewFault wish) {
        Contact contact = contacts.record(
                actor,
                new NewContact(
                        wish.contact(),
                        wish.channel(),
                        new NewContact.Known(line.customer()),
                        wish.words(),
                        wish.mood(),
                        wish.spokenAt(),
                        wish.openedAt(),
                        new NewContact.Ticket(TicketKind.FAULT, "", line.exchange(), null)));
        TicketId id = contact.matter().ticket();
        if (id == null) {
            throw Problem.conflict("fault.contact");
        }
        return started(actor, tickets.get(actor, id));
    }

    private Ticket inHand(Actor actor, Line line, TicketId id) {
        rows.hold(actor.bureau(), id);
        Ticket ticket = tickets.get(actor, id, Action.WRITE);
        if (!rows.ofTickets(actor.bureau(), List.of(id)).isEmpty()) {
            return ticket;
        }
        Faults.barred(ticket).ifPresent(why -> {
            throw Problem.invalid(why, "line");
        });
        if (!line.customer().equals(ticket.customer())) {
            throw Problem.invalid("fault.ticket.customer", "line");
        }
        return started(actor, ticket);
    }

    private Ticket started(Actor actor, Ticket ticket) {
        return tickets.step(actor, ticket.id(), ticket.version(), Step.START, null)
                        instanceof StepResult.Done(Ticket started)
                ? started
                : ticket;
    }

    private Fault fresh(Actor actor, Line line, NewOrder wish, Ticket ticket, UnitId unit, @Nullable Fault earlier) {
        FaultId id = new FaultId(Ids.next());
        Instant begun = begun(actor, line, ticket);
        return new Fault(
                id,
                ticket.id(),
                line.id(),
                outages.hitting(actor.bureau(), line).map(Outage::id).orElse(null),
                earlier == null ? 1 : Math.min(HIGHEST, earlier.level() + 1),
                earlier == null ? null : earlier.id(),
                Diagnosis.walk(line.service(), wish.said()).points(),
                RepairState.SENT,
                unit,
                new Fault.Reported(actor.staff(), begun),
                null,
                null,
                Fault.Work.NONE,
                new Fault.Due(clocks.start(actor, id, line, begun), false),
                false,
                1);
    }

    /** A line that was repaired after the ticket came has failed again since, at the earliest when it worked. */
    private Instant begun(Actor actor, Line line, Ticket ticket) {
        Instant received = ticket.origin().receivedAt().truncatedTo(ChronoUnit.SECONDS);
        return rows.restored(actor.bureau(), line.id(), received, clock.instant(), 1).stream()
                .findFirst()
                .map(repaired -> Objects.requireNonNull(repaired.work().restoredAt()))
                .orElse(received);
    }

    private Fault appointed(Actor actor, Fault fault, Window window, boolean wished, Instant now) {
        Instant due =
                wished ? clocks.waitFor(actor, fault, window) : fault.due().at();
        Fault after = rows.update(actor.bureau(), fault.appointed(window, due));
        step(actor, after, RepairStep.APPOINT, now);
        return after;
    }

    private void step(Actor actor, Fault fault, RepairStep what, Instant now) {
        steps.add(actor, fault, new RepairEvent(fault.id(), what, fault.unit(), null, "", actor.staff(), now));
    }
}
