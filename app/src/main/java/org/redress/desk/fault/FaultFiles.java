package org.redress.desk.fault;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** Puts together what belongs to a line, and to a fault. */
@Component
public class FaultFiles {

    private static final int TESTS = 5;

    private final FaultRows rows;
    private final StepRows steps;
    private final WaiverRows waivers;
    private final OutageRows outages;
    private final TestRows tests;
    private final RecentRepairs recent;
    private final FaultRights rights;
    private final Lines lines;
    private final Tickets tickets;
    private final Commitments commitments;
    private final Clock clock;

    FaultFiles(
            FaultRows rows,
            StepRows steps,
            WaiverRows waivers,
            OutageRows outages,
            TestRows tests,
            RecentRepairs recent,
            FaultRights rights,
            Lines lines,
            Tickets tickets,
            Commitments commitments,
            Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.waivers = waivers;
        this.outages = outages;
        this.tests = tests;
        this.recent = recent;
        this.rights = rights;
        this.lines = lines;
        this.tickets = tickets;
        this.commitments = commitments;
        this.clock = clock;
    }

    public Optional<LineFile> line(Actor actor, LineId id) {
        return lines.find(actor, id)
                .map(line -> new LineFile(
                        line,
                        outages.hitting(actor.bureau(), line).orElse(null),
                        rows.open(actor.bureau(), id).orElse(null),
                        recent.of(actor, id, clock.instant()),
                        recent.days(actor),
                        tests.of(actor.bureau(), id, TESTS),
                        lines.post(actor, line.exchange()).orElse(null)));
    }

    /** The fault of a ticket; empty where it was not reported at the fault desk. */
    public Optional<FaultShown> fault(Actor actor, TicketId id) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.ofTickets(actor.bureau(), List.of(id)).stream()
                .findFirst()
                .map(fault -> shown(actor, fault, tickets.get(actor, id)));
    }

    /** That the open fault of a ticket came back, or that an outage hits its line; empty where neither. */
    public Optional<FaultMarks> marks(Actor actor, TicketId id) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.ofTickets(actor.bureau(), List.of(id)).stream()
                .filter(fault -> fault.state().open())
                .findFirst()
                .map(fault -> new FaultMarks(fault, earlier(actor, fault), outage(actor, fault)))
                .filter(marks -> marks.earlier() != null || marks.outage() != null);
    }

    private @Nullable Fault earlier(Actor actor, Fault fault) {
        return fault.repeatOf() == null
                ? null
                : rows.find(actor.bureau(), fault.repeatOf()).orElse(null);
    }

    private @Nullable Outage outage(Actor actor, Fault fault) {
        return fault.outage() == null
                ? null
                : outages.of(actor.bureau(), List.of(fault.outage())).stream()
                        .filter(outage -> outage.ended() == null)
                        .findFirst()
                        .orElse(null);
    }

    private FaultShown shown(Actor actor, Fault fault, Ticket ticket) {
        return new FaultShown(
                fault,
                lines.find(actor, fault.line()).orElseThrow(),
                commitments.of(actor, RepairClocks.subject(fault.id())).stream()
                        .reduce((first, second) -> second)
                        .orElse(null),
                waivers.find(actor.bureau(), fault.id()).orElse(null),
                steps.of(actor.bureau(), fault.id()),
                rows.answers(actor.bureau(), fault.id()),
                tests.of(actor.bureau(), fault.line(), TESTS),
                may(actor, fault, ticket));
    }

    private Set<RepairStep> may(Actor actor, Fault fault, Ticket ticket) {
        Set<RepairStep> may = EnumSet.noneOf(RepairStep.class);
        for (RepairStep step : fault.state().legal()) {
            if (rights.may(actor, fault, ticket, step)) {
                may.add(step);
            }
        }
        return may;
    }

    /** Whether this person may report faults and test lines. */
    public boolean mayReport(Actor actor) {
        return actor.may(Action.WRITE, FaultRights.KIND) && actor.may(Action.WRITE, "contact");
    }
}
