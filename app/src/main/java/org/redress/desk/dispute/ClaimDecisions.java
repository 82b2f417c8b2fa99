package org.redress.desk.dispute;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.ClaimResult.Done;
import org.redress.desk.dispute.ClaimResult.Refused;
import org.redress.desk.dispute.ClaimResult.Why;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Carries out what was decided about an item that is held: lets the sum go, posts the adjustment, ends the clock. A posting
 * that is refused here is a bug, and nothing of the decision may be kept.
 */
@Component
class ClaimDecisions {

    private final ClaimRows rows;
    private final ClaimEvents events;
    private final EvidenceClock clocks;
    private final Billing billing;
    private final Clock clock;

    ClaimDecisions(ClaimRows rows, ClaimEvents events, EvidenceClock clocks, Billing billing, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clocks = clocks;
        this.billing = billing;
        this.clock = clock;
    }

    ClaimResult forOperator(Actor actor, Claim claim, String why) {
        release(actor, claim);
        end(actor, claim);
        return write(actor, claim, ClaimState.OPERATOR, null, why, false, null, ClaimEvent.What.DECIDE);
    }

    ClaimResult forCustomer(Actor actor, Claim claim, Money granted, String why, boolean itself) {
        release(actor, claim);
        PostingId adjustment =
                posted(billing.adjust(actor, key(claim.id(), "adjust", claim.version()), claim.item(), granted));
        if (itself) {
            clocks.stop(actor, claim.id(), clock.instant());
        } else {
            end(actor, claim);
        }
        return write(
                actor,
                claim,
                ClaimState.CUSTOMER,
                granted,
                why,
                itself,
                adjustment,
                itself ? ClaimEvent.What.EXPIRE : ClaimEvent.What.DECIDE);
    }

    /** Where the limit has passed without evidence: whether it was decided now. Whoever comes second finds it decided. */
    boolean expire(Actor product, ClaimId id) {
        Claim claim = rows.held(product.bureau(), id).orElse(null);
        if (claim == null || !claim.unproved(clock.instant())) {
            return false;
        }
        return forCustomer(product, claim, claim.sum(), "", true) instanceof Done;
    }

    /** The matter ended: what is open on it is owed as before, unless its limit has passed without evidence. */
    void withdraw(Actor product, TicketId ticket) {
        for (Claim one : rows.of(product.bureau(), ticket)) {
            Claim claim = rows.held(product.bureau(), one.id()).orElse(one);
            if (claim.unproved(clock.instant())) {
                forCustomer(product, claim, claim.sum(), "", true);
            } else if (claim.open()) {
                release(product, claim);
                end(product, claim);
                write(product, claim, ClaimState.WITHDRAWN, null, "", false, null, ClaimEvent.What.WITHDRAW);
            }
        }
    }

    ClaimResult takeBack(Actor actor, Claim claim, Claim.Decision decision, String why) {
        PostingId adjustment = decision.adjustment();
        if (adjustment != null) {
            posted(billing.reverse(actor, key(claim.id(), "reverse", claim.version()), adjustment));
        }
        Posted held = billing.hold(actor, key(claim.id(), "hold", claim.version()), claim.item(), claim.sum());
        if (!(held instanceof Posted.Done)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Refused(Why.TAKEN);
        }
        if (!claim.proved()) {
            clocks.start(actor, claim.id(), claim.openedAt());
        }
        if (!rows.update(actor.bureau(), claim, claim.reason(), ClaimState.OPEN, null)) {
            throw new IllegalStateException("claim " + claim.id() + " changed while it was held");
        }
        events.write(actor, new ClaimEvent(claim.id(), ClaimEvent.What.TAKE_BACK, why, actor.staff(), clock.instant()));
        return new Done(List.of(claim.id()));
    }

    private void release(Actor actor, Claim claim) {
        posted(billing.release(actor, key(claim.id(), "release", claim.version()), claim.item(), claim.sum()));
    }

    /** Evidence that was not needed is owed no longer. */
    private void end(Actor actor, Claim claim) {
        if (!claim.proved()) {
            clocks.cancel(actor, claim.id());
        }
    }

    private ClaimResult write(
            Actor actor,
            Claim claim,
            ClaimState state,
            @Nullable Money granted,
            String why,
            boolean itself,
            @Nullable PostingId adjustment,
            ClaimEvent.What what) {
        Instant now = clock.instant();
        Claim.Decision decision = new Claim.Decision(granted, why, actor.staff(), now, itself, adjustment);
        if (!rows.update(actor.bureau(), claim, claim.reason(), state, decision)) {
            throw new IllegalStateException("claim " + claim.id() + " changed while it was held");
        }
        events.write(actor, new ClaimEvent(claim.id(), what, why, actor.staff(), now));
        return new Done(List.of(claim.id()));
    }

    private static PostingId posted(Posted posted) {
        return switch (posted) {
            case Posted.Done done -> done.posting();
            case Posted.Refused refused ->
                throw new IllegalStateException("the ledger refused what was held: " + refused.reason());
        };
    }

    /** The key of a posting: of one version of a claim once. */
    static String key(ClaimId claim, String what, int version) {
        return claim.value() + "." + what + "." + version;
    }
}
