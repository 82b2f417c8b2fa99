package org.redress.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.Segment;
import org.redress.ground.party.Standing;
import org.redress.ground.party.Standings;
import org.redress.improve.insight.CauseId;
import org.redress.improve.insight.Causes;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.jobs.SetClock;
import org.springframework.stereotype.Component;

/**
 * The trial of the product at the hot line, in the months before the others began with it: failures that were put right by a plan,
 * failures that were only settled, all asked about, and customers who stayed or left. So the effect of recoveries has something
 * to say of some types, and too little of others.
 */
@Component
class DemoPilot implements DemoPart {

    private static final long SEED = 20261201;
    private static final int FIRST_CUSTOMER = 1_000;
    /** Days ago: so that half a year has passed since the last, and a year not yet since the first. */
    private static final int BEGAN = 350;

    private static final int ENDED = 205;
    private static final int AGAIN = 4;
    private static final int AGAIN_AFTER = 50;
    /** Every so many left, of those who were given something and of the others. */
    private static final int GIVEN_LEFT = 13;

    private static final int OTHERS_LEFT = 4;
    private static final int LEFT_FROM = 12;
    private static final int LEFT_UNTIL = 160;
    private static final int OPENS = 9;
    private static final int CLOSES = 16;
    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    private static final List<Integer> TARIFFS = List.of(79, 99, 99, 119);

    /** Failures with a cause: so many that were put right by a plan, and so many that were only settled. */
    private record Share(String cause, String type, int given, int settled) {}

    private static final List<Share> SHARES = List.of(
            new Share("line.relapse", "repair-failed-again", 33, 33),
            new Share("billing.roaming", "roaming-charges", 6, 4),
            new Share("line.coverage", "no-signal", 2, 1),
            new Share("billing.valueadded", "charged-without-order", 2, 1));

    private final DemoRecovered recovered;
    private final Customers customers;
    private final Standings standings;
    private final Causes causes;
    private final Outbox outbox;
    private final Clock clock;

    DemoPilot(
            DemoRecovered recovered,
            Customers customers,
            Standings standings,
            Causes causes,
            Outbox outbox,
            Clock clock) {
        this.recovered = recovered;
        this.customers = customers;
        this.standings = standings;
        this.causes = causes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A failure that is to come. */
    private record Coming(CustomerId customer, Share share, boolean given, Instant at) {}

    @Override
    public Class<? extends DemoPart> after() {
        return DemoMessages.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        RandomGenerator random = new SplittableRandom(SEED);
        Actor head = bureau.head();
        List<CustomerId> people = SetClock.get(daysAgo(BEGAN + 1), () -> known(head, random));
        List<Coming> coming = coming(head, people, random);
        Map<String, CauseId> byCode = new HashMap<>();
        causes.tree(head).forEach(cause -> byCode.put(cause.code(), cause.id()));
        List<Actor> agents = List.of(bureau.person("tang"), bureau.person("shao"), bureau.person("lin"));
        Map<CustomerId, Instant> closed = new HashMap<>();
        for (int n = 0; n < coming.size(); n++) {
            Coming one = coming.get(n);
            // A second failure is put right by whoever leads.
            boolean again = closed.containsKey(one.customer());
            DemoRecovered.Course course = recovered.run(
                    new DemoRecovered.Matter(
                            again ? head : agents.get(n % agents.size()),
                            bureau.quality(),
                            one.customer(),
                            said(one.share(), random),
                            one.share().type(),
                            Objects.requireNonNull(byCode.get(one.share().cause())),
                            one.given(),
                            again ? DemoCases.ANOTHER : "",
                            n),
                    one.at(),
                    random);
            closed.putIfAbsent(one.customer(), course.closedAt());
            // What others make of it they made then, and not today.
            SetClock.run(course.doneAt(), outbox::drain);
        }
        leave(head, coming, closed, random);
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    /** Customers of the trial and what they are to the house. */
    private List<CustomerId> known(Actor head, RandomGenerator random) {
        int many = SHARES.stream().mapToInt(one -> one.given() + one.settled()).sum();
        List<CustomerDraft> drafts = new DemoCustomers(FIRST_CUSTOMER, many, random)
                .all().stream()
                        .map(one -> new CustomerDraft(
                                "desk", null, one.name(), one.phone(), "+86" + one.phone(), null, null))
                        .toList();
        List<@Nullable CustomerId> matched = customers.match(head, drafts);
        List<CustomerId> people =
                matched.stream().<CustomerId>map(Objects::requireNonNull).toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        standings.put(
                head,
                people.stream()
                        .map(one -> new Standing(
                                one,
                                Segment.RESIDENTIAL,
                                Money.of(YUAN, TARIFFS.get(random.nextInt(TARIFFS.size()))),
                                today.minusMonths(random.nextInt(30, 58)),
                                null))
                        .toList());
        return people;
    }

    /** A failure for each of them, and another one for some of the first; in the order of time. */
    private List<Coming> coming(Actor head, List<CustomerId> people, RandomGenerator random) {
        List<Coming> coming = new ArrayList<>();
        for (Share share : SHARES) {
            for (int n = 0; n < share.given() + share.settled(); n++) {
                coming.add(new Coming(
                        people.get(coming.size()),
                        share,
                        n < share.given(),
                        at(head, random.nextInt(ENDED, BEGAN), random)));
            }
        }
        coming.sort(Comparator.comparing(Coming::at));
        List<Coming> again = coming.stream()
                .filter(Coming::given)
                .limit(AGAIN)
                .map(one -> new Coming(
                        one.customer(),
                        one.share(),
                        true,
                        one.at().plus(Duration.ofDays(AGAIN_AFTER + random.nextInt(20)))))
                .toList();
        coming.addAll(again);
        coming.sort(Comparator.comparing(Coming::at));
        return coming;
    }

    private Instant at(Actor head, int daysAgo, RandomGenerator random) {
        return LocalDate.ofInstant(daysAgo(daysAgo), head.zone())
                .atTime(random.nextInt(OPENS, CLOSES), random.nextInt(60))
                .atZone(head.zone())
                .toInstant();
    }

    private static DemoScenario said(Share share, RandomGenerator random) {
        List<DemoScenario> scenarios = DemoScenario.all().stream()
                .filter(one -> one.cause().equals(share.cause()))
                .toList();
        return scenarios.get(random.nextInt(scenarios.size())).spoken(random);
    }

    /** Some leave in the half year after their failure was closed: fewer of those for whom it was put right. */
    private void leave(Actor head, Collection<Coming> coming, Map<CustomerId, Instant> closed, RandomGenerator random) {
        int given = 0;
        int settled = 0;
        List<CustomerId> twice = coming.stream()
                .map(Coming::customer)
                .filter(one -> coming.stream()
                                .filter(other -> other.customer().equals(one))
                                .count()
                        > 1)
                .toList();
        for (Coming one : coming) {
            boolean leaves =
                    one.given() ? given++ % GIVEN_LEFT == GIVEN_LEFT - 1 : settled++ % OTHERS_LEFT == OTHERS_LEFT - 1;
            if (leaves && !twice.contains(one.customer())) {
                Instant day = Objects.requireNonNull(closed.get(one.customer()))
                        .plus(Duration.ofDays(random.nextInt(LEFT_FROM, LEFT_UNTIL)));
                SetClock.run(day, () -> standings.leave(head, one.customer(), LocalDate.ofInstant(day, head.zone())));
            }
        }
    }
}
