package org.redress.desk.dispute;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.ClaimResult.Done;
import org.redress.desk.dispute.ClaimResult.Refused;
import org.redress.desk.dispute.ClaimResult.Why;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Moments;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Items of bills that customers do not accept. The sum is out of dunning from the moment on at which an item is marked; the
 * operator has to prove it until the limit, else it is the customer's.
 */
@Component
public class Disputes {

    public static final String KIND = "dispute";

    private final ClaimRows rows;
    private final ClaimEvents events;
    private final ClaimDecisions decisions;
    private final Marking marking;
    private final EvidenceClock clocks;
    private final Tickets tickets;
    private final Clock clock;

    Disputes(
            ClaimRows rows,
            ClaimEvents events,
            ClaimDecisions decisions,
            Marking marking,
            EvidenceClock clocks,
            Tickets tickets,
            Clock clock) {
        this.rows = rows;
        this.events = events;
        this.decisions = decisions;
        this.marking = marking;
        this.clocks = clocks;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Disputes items of the customer's bills, all or none of them: whoever works on the ticket. Their sums are held at once. */
    @Transactional
    public ClaimResult mark(Actor actor, TicketId id, List<Mark> marks) {
        return marking.mark(actor, worked(actor, id), marks);
    }

    /** Brings something forward for an item: anybody who may work on disputes, until the limit. */
    @Transactional
    public ClaimResult prove(Actor actor, ClaimId id, int version, Evidence.Kind kind, String words, String reference) {
        actor.require(Action.WRITE, KIND);
        String said = DisputeText.required(words, "words");
        String kept = DisputeText.required(reference, "reference");
        Claim claim = held(actor, id);
        Instant now = clock.instant();
        if (claim.version() != version) {
            return new Refused(Why.MOVED);
        }
        if (!claim.open()) {
            return new Refused(Why.DECIDED);
        }
        if (claim.unproved(now)) {
            return new Refused(Why.LIMIT_PASSED);
        }
        if (!rows.prove(actor.bureau(), claim, new Evidence(kind, said, kept, actor.staff(), now))) {
            return new Refused(Why.MOVED);
        }
        if (!claim.proved()) {
            clocks.stop(actor, id, now);
        }
        events.write(actor, new ClaimEvent(id, ClaimEvent.What.PROVE, said, actor.staff(), now));
        return done(id);
    }

    /** The investigation shows another reason. That it was no theft has to be shown. */
    @Transactional
    public ClaimResult recast(Actor actor, ClaimId id, int version, Reason reason, String why) {
        Claim claim = workedOn(actor, id);
        String said = DisputeText.required(why, "why");
        Why refused = open(actor, claim, version);
        if (refused != null) {
            return new Refused(refused);
        }
        if (claim.reason() == Reason.THEFT && !claim.proved()) {
            return new Refused(Why.NO_EVIDENCE);
        }
        if (!rows.update(actor.bureau(), claim, reason, ClaimState.OPEN, null)) {
            return new Refused(Why.MOVED);
        }
        events.write(actor, new ClaimEvent(id, ClaimEvent.What.RECAST, said, actor.staff(), clock.instant()));
        return done(id);
    }

    /** The item is owed: only where something was shown for it, and by somebody else than who showed it. */
    @Transactional
    public ClaimResult decideForOperator(Actor actor, ClaimId id, int version, String why) {
        Claim claim = workedOn(actor, id);
        String said = DisputeText.required(why, "why");
        Why refused = open(actor, claim, version);
        if (refused == null) {
            refused = against(actor, claim);
        }
        return refused == null ? decisions.forOperator(actor, claim, said) : new Refused(refused);
    }

    /**
     * The item is not owed.
     *
     * @param part what is not owed of it, or null for all; a part only where the rest could be decided for the operator
     */
    @Transactional
    public ClaimResult decideForCustomer(Actor actor, ClaimId id, int version, @Nullable Money part, String why) {
        Claim claim = workedOn(actor, id);
        String said = DisputeText.required(why, "why");
        Money granted = part == null ? claim.sum() : part;
        if (!granted.getCurrencyUnit().equals(claim.sum().getCurrencyUnit())) {
            throw Problem.invalid("dispute.sum.currency", "part");
        }
        if (!granted.isPositive() || granted.isGreaterThan(claim.sum())) {
            throw Problem.invalid("dispute.sum.range", "part");
        }
        Why refused = open(actor, claim, version);
        if (refused == null && granted.isLessThan(claim.sum())) {
            refused = against(actor, claim);
        }
        return refused == null ? decisions.forCustomer(actor, claim, granted, said, false) : new Refused(refused);
    }

    /** Takes a decision back, with everything that was posted by it; the item is disputed as before. */
    @Transactional
    public ClaimResult takeBack(Actor actor, ClaimId id, int version, String why) {
        actor.require(Action.ASSIGN, KIND);
        Claim claim = workedOn(actor, id);
        String said = DisputeText.required(why, "why");
        if (claim.version() != version) {
            return new Refused(Why.MOVED);
        }
        Claim.Decision decision = claim.decision();
        if (decision == null) {
            return new Refused(Why.OPEN);
        }
        if (decision.itself()) {
            return new Refused(Why.ITSELF);
        }
        return Marking.disputable(tickets.get(actor, claim.ticket()))
                ? decisions.takeBack(actor, claim, decision, said)
                : new Refused(Why.TICKET);
    }

    private @Nullable Why open(Actor actor, Claim claim, int version) {
        if (claim.version() != version) {
            return Why.MOVED;
        }
        if (!claim.open()) {
            return Why.DECIDED;
        }
        if (claim.unproved(clock.instant())) {
            return Why.LIMIT_PASSED;
        }
        return tickets.get(actor, claim.ticket()).state().open() ? null : Why.TICKET;
    }

    /** Why it cannot come to the operator being right. */
    private static @Nullable Why against(Actor actor, Claim claim) {
        if (claim.reason() == Reason.THEFT) {
            return Why.THEFT;
        }
        if (!claim.arguable()) {
            return Why.NO_EVIDENCE;
        }
        return claim.evidence().stream().anyMatch(one -> one.by().equals(actor.staff())) ? Why.SAME_PERSON : null;
    }

    /** Claims of a ticket that this person may read, the oldest first. */
    public List<Claim> of(Actor actor, TicketId ticket) {
        actor.require(Action.READ, KIND);
        tickets.get(actor, ticket);
        return rows.of(actor.bureau(), ticket);
    }

    /** Open ones of the bureau by when evidence is due, after the last one seen. */
    public List<Claim> open(Actor actor, @Nullable Instant due, @Nullable UUID id, int limit) {
        actor.require(Action.READ, KIND);
        Instant after = due == null ? Instant.EPOCH : due;
        UUID last = id == null ? new UUID(0, 0) : id;
        return rows.list(actor.bureau(), ClaimRows.DUE, Map.of("due", Moments.at(after), "id", last, "limit", limit));
    }

    /** What happened to these claims, the oldest first. */
    public List<ClaimEvent> events(Actor actor, List<Claim> claims) {
        actor.require(Action.READ, KIND);
        return claims.isEmpty()
                ? List.of()
                : events.of(actor.bureau(), claims.stream().map(Claim::id).toList());
    }

    private Ticket worked(Actor actor, TicketId id) {
        actor.require(Action.WRITE, KIND);
        return tickets.get(actor, id, Action.WRITE);
    }

    private Claim workedOn(Actor actor, ClaimId id) {
        Claim claim = held(actor, id);
        worked(actor, claim.ticket());
        return claim;
    }

    private Claim held(Actor actor, ClaimId id) {
        return rows.held(actor.bureau(), id).orElseThrow(() -> Problem.absent("dispute.absent"));
    }

    private static ClaimResult done(ClaimId id) {
        return new Done(List.of(id));
    }
}
