package org.redress.improve.quality.support;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.database.Moments;
import org.springframework.stereotype.Component;

/** Grants relief by the rules, and lets rights lapse that nobody has used. */
@Component
class ReliefLedger {

    private static final int BATCH = 50;

    private final ContactFactRows facts;
    private final ReliefRows rows;
    private final ReliefClocks clocks;
    private final SupportRules rules;
    private final SupportNotices notices;
    private final Trail trail;
    private final Clock clock;

    ReliefLedger(
            ContactFactRows facts,
            ReliefRows rows,
            ReliefClocks clocks,
            SupportRules rules,
            SupportNotices notices,
            Trail trail,
            Clock clock) {
        this.facts = facts;
        this.rows = rows;
        this.clocks = clocks;
        this.rules = rules;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /** What hard contacts bring: a break, more for one that is open, or nothing. */
    enum Considered {
        GRANTED,
        COUNTED,
        NOTHING
    }

    /**
     * Looks whether the hard contacts of a person bring relief; those that come while a break is open count to it. Looking
     * again brings nothing more.
     *
     * @param at the latest of these contacts
     */
    Considered consider(Actor product, StaffId staff, UnitId unit, Instant at) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.hold(product.bureau(), staff);
        List<ContactFact> hard = facts.fresh(product.bureau(), staff, at.minus(rules.window(product, at)));
        if (hard.isEmpty()) {
            return Considered.NOTHING;
        }
        Optional<Relief> open = rows.open(product.bureau(), staff)
                .filter(relief -> relief.useUntil().isAfter(now));
        if (open.isPresent()) {
            rows.bring(product.bureau(), open.get().id(), hard);
            return Considered.COUNTED;
        }
        if (!rules.policy(product, at).relieves(hard)) {
            return Considered.NOTHING;
        }
        grant(product, staff, unit, hard, now);
        return Considered.GRANTED;
    }

    private void grant(Actor product, StaffId staff, UnitId unit, List<ContactFact> hard, Instant now) {
        rows.open(product.bureau(), staff).ifPresent(over -> lapse(product, over));
        ReliefId id = new ReliefId(Ids.next());
        Relief relief = new Relief(
                id,
                rows.nextNumber(product.bureau()),
                staff,
                unit,
                now,
                rules.minutes(product, now),
                clocks.startRest(product, id, now),
                Rest.OPEN,
                null,
                clocks.startWord(product, id, now),
                null,
                1);
        rows.add(product.bureau(), relief);
        rows.bring(product.bureau(), id, hard);
        write(product, relief, "grant");
        notices.granted(product, relief);
        clocks.supervisor(product.bureau(), relief).ifPresent(person -> notices.owed(product, relief, person));
    }

    /** Rights whose time is over. */
    void lapse(Actor product) {
        List<Relief> over = rows.list(
                product.bureau(), ReliefRows.LAPSED, Map.of("now", Moments.at(clock.instant()), "limit", BATCH));
        over.forEach(relief -> lapse(product, relief));
    }

    private void lapse(Actor product, Relief relief) {
        if (rows.rest(product.bureau(), relief.id(), relief.version(), Rest.LAPSED, clock.instant())) {
            clocks.endRest(product, relief.id(), false);
            write(product, relief, "lapse");
        }
    }

    void write(Actor actor, Relief relief, String what) {
        rows.event(actor.bureau(), relief.id(), what, actor.staff(), clock.instant());
        trail.record(actor, "support." + what, SupportRights.KIND, relief.id().value(), "{}");
    }
}
