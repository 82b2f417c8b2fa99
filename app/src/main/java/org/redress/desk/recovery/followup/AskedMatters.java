package org.redress.desk.recovery.followup;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.recovery.credit.CreditRun;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.recovery.credit.CreditRunState;
import org.redress.desk.recovery.credit.CreditStep;
import org.redress.desk.recovery.duplicate.DuplicateGuard;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows what questionnaires are about: a ticket that was closed, or a run of credits that was posted. */
@Component
class AskedMatters {

    private final Tickets tickets;
    private final ObjectProvider<CreditFiles> runs;
    private final Concerned concerned;
    private final FollowUpRows rows;
    private final DuplicateGuard guard;

    AskedMatters(
            Tickets tickets,
            ObjectProvider<CreditFiles> runs,
            Concerned concerned,
            FollowUpRows rows,
            DuplicateGuard guard) {
        this.tickets = tickets;
        this.runs = runs;
        this.concerned = concerned;
        this.rows = rows;
        this.guard = guard;
    }

    /** Of one that is about something that failed. */
    AskedMatter of(Actor product, FollowUp one) {
        if (one.run() != null) {
            return of(run(product, one.run()));
        }
        Ticket ticket = tickets.get(product, Objects.requireNonNull(one.ticket()));
        return new AskedMatter(
                ticket.unit(),
                ticket.number().toString(),
                ticket.subject(),
                ticket.origin().channel(),
                ticket.responsible());
    }

    /** Whether its ticket was opened again since the closing that it asks about. */
    boolean openedAgain(Actor product, FollowUp one) {
        return one.ticket() != null
                && tickets.get(product, one.ticket()).outcome().reopened() > one.round();
    }

    /** Whether the run that it asks about was taken back, or is being so. */
    boolean takenBack(Actor product, FollowUp one) {
        return one.run() != null && run(product, one.run()).state() != CreditRunState.POSTED;
    }

    private static AskedMatter of(CreditRun run) {
        return new AskedMatter(
                run.unit(),
                run.problem().place(),
                run.problem().reason(),
                null,
                run.people().proposer());
    }

    /** Of those that are about runs; a run is read once. */
    Map<CreditRunId, AskedMatter> ofRuns(Actor product, Collection<FollowUp> some) {
        Map<CreditRunId, AskedMatter> matters = new HashMap<>();
        some.stream()
                .map(FollowUp::run)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(id -> matters.put(id, of(run(product, id))));
        return matters;
    }

    /** Who had to do with it; nobody where there was no failure. */
    Set<StaffId> handledBy(Actor product, FollowUp one) {
        if (one.ticket() != null) {
            return concerned.of(product, one.ticket());
        }
        return one.run() == null ? Set.of() : handledBy(product, one.run());
    }

    private Set<StaffId> handledBy(Actor product, CreditRunId run) {
        Set<StaffId> people = new HashSet<>();
        people.add(run(product, run).people().proposer());
        runs.getObject().history(product, run).stream().map(CreditStep::by).forEach(people::add);
        people.remove(Staff.COMMAND);
        return people;
    }

    /**
     * Whether the customer is asked about the same failure another way: by the ticket in which they reported an outage, or by
     * the credit that the outage brought. Who has a ticket is asked about that, unless they were asked about the credit first
     * and that link has not been lost.
     */
    boolean askedOtherwise(Actor product, FollowUp one) {
        UUID failure = failure(product, one).orElse(null);
        if (failure == null) {
            return false;
        }
        boolean byRun = one.run() != null;
        return rows.ofCustomer(product.bureau(), one.customer()).stream()
                .filter(other -> byRun
                        ? other.ticket() != null && other.state() != FollowUpState.DROPPED
                        : other.run() != null && other.asked() != null && other.state() != FollowUpState.UNREACHED)
                .anyMatch(
                        other -> failure(product, other).filter(failure::equals).isPresent());
    }

    private Optional<UUID> failure(Actor product, FollowUp one) {
        if (one.run() != null) {
            return Optional.of(run(product, one.run()).problem().id());
        }
        TicketId ticket = one.ticket();
        return ticket == null ? Optional.empty() : Optional.ofNullable(guard.failure(product, ticket));
    }

    private CreditRun run(Actor product, CreditRunId id) {
        return runs.getObject().find(product, id).orElseThrow();
    }
}
