package org.redress.ground.party;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Deed;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers are to the house: their segment, what they pay in a month, since when they are customers and when they left.
 * Comes from files until the office keeps it; each change is kept as a version and told by {@link StandingChanged}.
 */
@Component
public class Standings {

    static final String KIND = "standing";
    /** Above it a sum is a slip of the pen. */
    static final BigDecimal LARGEST = new BigDecimal("99999999.99");

    private static final int SLICE = 500;

    private final StandingRows rows;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    Standings(StandingRows rows, Trail trail, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Each of these customers has an answer; of whom nothing is known is residential, and the rest of it is null. One query. */
    public Map<CustomerId, Standing> of(Actor actor, Collection<CustomerId> customers) {
        actor.require(Action.READ, "customer");
        Map<CustomerId, Standing> known = customers.isEmpty() ? Map.of() : rows.of(actor.bureau(), customers);
        Map<CustomerId, Standing> all = new HashMap<>();
        for (CustomerId customer : customers) {
            all.put(customer, known.getOrDefault(customer, Standing.unknown(customer)));
        }
        return all;
    }

    /**
     * Sets what a customer is to the house, as a whole.
     *
     * @throws Problem {@code standing.monthly} for a sum below 0 or out of all bounds, {@code standing.ahead} for a day that
     *     has not come, {@code standing.left} for who left before they came, {@code customer.absent}
     */
    @Transactional
    public void put(Actor actor, Standing standing) {
        put(actor, List.of(standing));
    }

    /** The same for many, each at most once; the customers who were not so before. */
    @Transactional
    public Set<CustomerId> put(Actor actor, Collection<Standing> standings) {
        actor.require(Action.WRITE, KIND);
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        standings.forEach(one -> check(one, today));
        List<Standing> inOrder = standings.stream()
                .sorted(Comparator.comparing(one -> one.customer().value()))
                .toList();
        Set<CustomerId> changed = new HashSet<>();
        for (int from = 0; from < inOrder.size(); from += SLICE) {
            write(actor, inOrder.subList(from, Math.min(from + SLICE, inOrder.size())), changed);
        }
        return changed;
    }

    /** A customer has left. */
    @Transactional
    public void leave(Actor actor, CustomerId customer, LocalDate on) {
        actor.require(Action.WRITE, KIND);
        if (rows.hold(actor.bureau(), List.of(customer)) == 0) {
            throw Problem.absent("customer.absent");
        }
        Standing now = rows.of(actor.bureau(), List.of(customer)).getOrDefault(customer, Standing.unknown(customer));
        put(actor, now.leaving(on));
    }

    private void write(Actor actor, List<Standing> slice, Set<CustomerId> changed) {
        List<CustomerId> customers = slice.stream().map(Standing::customer).toList();
        if (rows.hold(actor.bureau(), customers) < slice.size()) {
            throw Problem.absent("customer.absent");
        }
        List<StandingChanged.One> written = rows.write(actor, slice, clock.instant());
        if (written.isEmpty()) {
            return;
        }
        List<Deed> deeds = new ArrayList<>();
        for (StandingChanged.One one : written) {
            changed.add(new CustomerId(one.customer()));
            deeds.add(new Deed(one.customer(), "{\"version\":" + one.version() + "}"));
        }
        trail.recordAll(actor, "customer.standing", "customer", deeds);
        outbox.add(actor.bureau().value(), StandingChanged.TOPIC, new StandingChanged(written).json());
    }

    /** What speaks against it; the code of the problem and the field by which it is known. */
    static void check(Standing standing, LocalDate today) {
        Money monthly = standing.monthly();
        if (monthly != null && (monthly.isNegative() || monthly.getAmount().compareTo(LARGEST) > 0)) {
            throw Problem.invalid("standing.monthly", "monthly");
        }
        LocalDate since = standing.since();
        LocalDate left = standing.left();
        if (since != null && since.isAfter(today)) {
            throw Problem.invalid("standing.ahead", "since");
        }
        if (left != null && left.isAfter(today)) {
            throw Problem.invalid("standing.ahead", "left");
        }
        if (since != null && left != null && left.isBefore(since)) {
            throw Problem.invalid("standing.left", "left");
        }
    }
}
