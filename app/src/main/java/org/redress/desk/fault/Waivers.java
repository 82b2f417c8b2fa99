package org.redress.desk.fault;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.DeadTime;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.RentOfTime;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Keeps what the law promises where a repair takes too long: the customer is told, and the rent of the fault is waived; also
 * where the report is taken back after that. The time whose rent was credited for an outage, or waived for another fault of
 * the line, is left out, as long as that stands. Looks at the fault as it stands, held, so that a message that comes twice, late or out of order does no harm.
 */
@Component
class Waivers {

    private final WaiverRows rows;
    private final FaultRows faults;
    private final StepRows steps;
    private final Lines lines;
    private final Tickets tickets;
    private final Remedies remedies;
    private final OutageRows outages;
    private final CreditFiles credits;
    private final Compensations ledger;
    private final FaultNotices notices;
    private final RepairClocks clocks;
    private final Trail trail;
    private final Clock clock;

    Waivers(
            WaiverRows rows,
            FaultRows faults,
            StepRows steps,
            Lines lines,
            Tickets tickets,
            Remedies remedies,
            OutageRows outages,
            CreditFiles credits,
            Compensations ledger,
            FaultNotices notices,
            RepairClocks clocks,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.faults = faults;
        this.steps = steps;
        this.lines = lines;
        this.tickets = tickets;
        this.remedies = remedies;
        this.outages = outages;
        this.credits = credits;
        this.ledger = ledger;
        this.notices = notices;
        this.clocks = clocks;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a repair that took too long has brought; empty for one that did not. */
    Optional<Waiver> find(Actor actor, FaultId fault) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.find(actor.bureau(), fault);
    }

    /** Brings promise and ledger to what the fault has come to; in the running transaction. */
    void keep(Actor product, FaultId id, boolean breached) {
        Fault fault = faults.hold(product.bureau(), id).orElse(null);
        if (fault == null) {
            return;
        }
        boolean withdrawn = fault.state() == RepairState.WITHDRAWN;
        Line line = lines.find(product, fault.line()).orElseThrow();
        Ticket ticket = tickets.get(product, fault.ticket());
        if (!withdrawn && (breached || fault.due().late())) {
            breach(product, fault, line, ticket);
        }
        rows.find(product.bureau(), id).filter(Waiver::waived).ifPresent(waiver -> {
            takeBack(product, fault, waiver);
            if (fault.state().restored() || withdrawn) {
                enter(product, fault, line, ticket, waiver);
            }
        });
    }

    /** Once for each fault; whether the customer is at fault counts as it is known then. */
    private void breach(Actor product, Fault fault, Line line, Ticket ticket) {
        if (rows.find(product.bureau(), fault.id()).isPresent()) {
            return;
        }
        Waiver.WhyNot why = whyNot(fault, ticket);
        boolean told = why == null && !fault.state().restored()
                ? notices.late(product, fault, line, ticket, clocks.limit(product, fault.id()))
                : why == null;
        rows.breach(product.bureau(), fault.id(), why, told, clock.instant());
        trail.record(
                product, "fault.breach", FaultRights.KIND, fault.id().value(), "{\"waived\":" + (why == null) + "}");
    }

    private static Waiver.@Nullable WhyNot whyNot(Fault fault, Ticket ticket) {
        if (fault.work().cause() == FaultCause.OWN_EQUIPMENT) {
            return Waiver.WhyNot.OWN_EQUIPMENT;
        }
        Ticket.Classified classified = ticket.classified();
        return classified != null && classified.attribution() == Attribution.CUSTOMER
                ? Waiver.WhyNot.CUSTOMERS_DOING
                : null;
    }

    /** What was entered for a restoration that the customer has denied. */
    private void takeBack(Actor product, Fault fault, Waiver waiver) {
        for (Waiver.Entered one : waiver.entered()) {
            boolean stands = (fault.state().restored() || fault.state() == RepairState.WITHDRAWN)
                    && one.denials() == fault.work().denials();
            if (!stands && one.takenBackAt() == null) {
                rows.takenBack(product.bureau(), fault.id(), one, clock.instant());
                if (one.remedy() != null && given(product, fault, one.remedy())) {
                    remedies.takeBack(product, one.remedy());
                }
            }
        }
    }

    /** Somebody may have taken it back by hand. */
    private boolean given(Actor product, Fault fault, RemedyId id) {
        return remedies.of(product, List.of(fault.ticket())).getOrDefault(fault.ticket(), List.of()).stream()
                .filter(Remedy::stands)
                .anyMatch(remedy -> remedy.id().equals(id));
    }

    private void enter(Actor product, Fault fault, Line line, Ticket ticket, Waiver waiver) {
        int denials = fault.work().denials();
        Instant restored = fault.work().restoredAt();
        ledger.hold(product);
        DeadTime whole = whole(product, fault, restored == null ? withdrawn(product, fault) : restored);
        List<DeadTime> times = DeadTime.without(
                whole.without(credits.credited(product, line.id().value(), whole)),
                rows.waivedBeside(product.bureau(), fault, whole));
        Waiver.Entered before = waiver.entered().stream()
                .filter(one -> one.denials() == denials)
                .reduce((first, second) -> second)
                .orElse(null);
        if (before != null && !replaced(product, fault, before, times)) {
            return;
        }
        Money sum = RentOfTime.of(line.rent(), times, product.zone());
        RemedyId remedy = sum.isPositive()
                ? remedies.giveOwed(product, fault.ticket(), RemedyKind.RENT_WAIVER, sum, note(product, times))
                : null;
        int turn = before == null ? 0 : before.turn() + 1;
        rows.enter(
                product.bureau(),
                fault,
                new Waiver.Entered(denials, turn, whole.from(), whole.until(), times, sum, remedy, null));
        if (remedy != null && !sum.getCurrencyUnit().equals(ledger.currency(product))) {
            notices.foreign(product, fault, ticket, sum, turn, clock.instant());
        } else if (remedy != null && restored != null && !notices.waived(product, fault, line, ticket, sum, turn)) {
            rows.untold(product.bureau(), fault.id());
        }
    }

    /**
     * Whether what was entered gives the rent of another time than is to be given now; it is taken back then. What somebody
     * took back by hand stays so.
     */
    private boolean replaced(Actor product, Fault fault, Waiver.Entered before, List<DeadTime> times) {
        RemedyId remedy = before.remedy();
        if (before.times().equals(times) || remedy != null && !given(product, fault, remedy)) {
            return false;
        }
        rows.takenBack(product.bureau(), fault.id(), before, clock.instant());
        if (remedy != null) {
            remedies.takeBack(product, remedy);
        }
        return true;
    }

    private DeadTime whole(Actor product, Fault fault, Instant until) {
        Instant from = outages.dead(product.bureau(), fault);
        return new DeadTime(from.isAfter(until) ? until : from, until);
    }

    /** The credits of an outage were taken back: the rent that they gave is waived for each fault whose time it was. */
    void keepThose(Actor product, OutageId outage, DeadTime time) {
        List<FaultId> touched = rows.touched(product.bureau(), outage, time);
        touched.forEach(fault -> faults.hold(product.bureau(), fault));
        touched.forEach(fault -> keep(product, fault, false));
    }

    private Instant withdrawn(Actor product, Fault fault) {
        return steps.of(product.bureau(), fault.id()).stream()
                .filter(step -> step.what() == RepairStep.WITHDRAW)
                .map(RepairEvent::at)
                .findFirst()
                .orElseThrow();
    }

    /** In the language of the bureau, like everything that is kept in words. */
    private static String note(Actor product, List<DeadTime> times) {
        Words words = Words.of(Words.CHINESE);
        return times.stream()
                .map(time -> words.text(
                        "fault.waiver.note",
                        words.dateTime(time.from(), product.zone()),
                        words.dateTime(time.until(), product.zone())))
                .collect(Collectors.joining("；"));
    }
}
