package org.redress.desk.care.station;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.care.station.StationResult.Reason;
import org.redress.desk.care.station.StationResult.Refused;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The panels of stations: customers who have agreed to report. */
@Component
public class StationPanels {

    private final TrackingStations stations;
    private final StationMemberRows rows;
    private final StationPeriods periods;
    private final Customers customers;
    private final Clock clock;

    StationPanels(
            TrackingStations stations,
            StationMemberRows rows,
            StationPeriods periods,
            Customers customers,
            Clock clock) {
        this.stations = stations;
        this.rows = rows;
        this.periods = periods;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * A customer agrees to report, and owes a report in the period that runs.
     *
     * @param agreed how they agreed; may be empty
     */
    @Transactional
    public StationResult join(Actor actor, StationId id, CustomerId customer, String agreed) {
        Station station = stations.held(actor, id, Action.WRITE);
        String how = Typed.optional(agreed, "agreed", Typed.LINE);
        if (!customers.cards(actor, List.of(customer)).containsKey(customer)) {
            throw Problem.absent("customer.absent");
        }
        if (station.endedAt() != null) {
            return new Refused(Reason.ENDED);
        }
        Member member = new Member(new MemberId(Ids.next()), customer, actor.staff(), now(), how, null, null, null);
        if (!rows.insert(actor.bureau(), id, member)) {
            return new Refused(Reason.MEMBER);
        }
        periods.owe(actor, station, member);
        stations.tell(actor, id, "station.join", StationStep.What.JOINED, "");
        return StationResult.done();
    }

    /** A member reports no longer; what they owed is excused. */
    @Transactional
    public StationResult leave(Actor actor, StationId id, MemberId member, String why) {
        stations.held(actor, id, Action.WRITE);
        String reason = Typed.optional(why, "why", Typed.LINE);
        if (rows.find(actor.bureau(), id, member).isEmpty()) {
            throw Problem.absent("station.member.absent");
        }
        return left(actor, id, member, reason) ? StationResult.done() : new Refused(Reason.MOVED);
    }

    private boolean left(Actor actor, StationId id, MemberId member, String why) {
        if (!rows.leave(actor.bureau(), id, member, actor.staff(), now(), why)) {
            return false;
        }
        periods.excuse(actor, id, member);
        stations.tell(actor, id, "station.leave", StationStep.What.LEFT, "");
        return true;
    }

    /** A customer who is blacked out reports to no station any more. */
    void forget(Actor actor, CustomerId customer) {
        actor.require(Action.REDACT, "customer");
        rows.memberships(actor.bureau(), customer).forEach(one -> {
            stations.hold(actor, one.station());
            left(actor, one.station(), one.member(), "");
        });
    }

    /** Members with their last report, those who have left too, after the last one seen. */
    public List<Member> members(Actor actor, StationId id, @Nullable UUID after, int limit) {
        stations.get(actor, id);
        return rows.page(actor.bureau(), id, after == null ? new UUID(0, 0) : after, limit);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
