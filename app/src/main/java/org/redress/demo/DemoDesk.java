package org.redress.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Diagnosis;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Suggestion;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.platform.jobs.SetClock;
import org.springframework.stereotype.Component;

/** The open work of the demonstration: tickets that its people took in the last days and brought some way on. */
@Component
class DemoDesk implements DemoPart {

    private static final int RECENT = 58;
    private static final int OLD = 6;
    private static final int OPENS = 8;
    private static final int CLOSES = 20;
    private static final int HOURS = 24;
    private static final Duration HEARD = Duration.ofMinutes(40);
    private static final Duration LOOKED = Duration.ofHours(2);
    private static final Duration WORKED = Duration.ofHours(20);
    private static final List<Channel> CHANNELS = List.of(
            Channel.HOT_LINE, Channel.HOT_LINE, Channel.COUNTER, Channel.WEB, Channel.LETTER, Channel.REGULATOR);

    private final Tickets tickets;
    private final Remedies remedies;
    private final Clock clock;

    DemoDesk(Tickets tickets, Remedies remedies, Clock clock) {
        this.tickets = tickets;
        this.remedies = remedies;
        this.clock = clock;
    }

    @Override
    public @Nullable Class<? extends DemoPart> after() {
        return null;
    }

    @Override
    public void fill(DemoBureau bureau) {
        List<Actor> people = bureau.answering();
        RandomGenerator random = bureau.random();
        List<DemoScenario> scenarios = DemoScenario.all();
        Instant now = clock.instant();
        for (int i = 0; i < RECENT + OLD; i++) {
            Duration ago = i < OLD
                    ? Duration.ofHours(random.nextInt(14 * 24, 16 * 24))
                    : Duration.ofMinutes((long) (Math.pow(random.nextDouble(), 1.6) * 6 * 24 * 60));
            DemoScenario scenario = scenarios.get((int) (scenarios.size() * Math.pow(random.nextDouble(), 1.4)));
            Actor person = people.get(random.nextInt(people.size()));
            Instant came = waking(now.minus(ago), person);
            Ticket ticket =
                    SetClock.get(came, () -> open(person, scenario.spoken(random), bureau.customers(), came, random));
            new Course(person, scenario, ticket, came, random).run(i < OLD ? 3 : random.nextInt(10));
        }
    }

    /** The same moment, or the evening before where it is night. */
    private static Instant waking(Instant at, Actor person) {
        ZonedDateTime local = at.atZone(person.zone());
        return awake(local)
                ? at
                : local.minusHours((local.getHour() + HOURS - CLOSES) % HOURS + 1)
                        .toInstant();
    }

    private static boolean awake(ZonedDateTime local) {
        return local.getHour() >= OPENS && local.getHour() < CLOSES;
    }

    private Ticket open(Actor person, DemoScenario said, DemoCustomers customers, Instant at, RandomGenerator random) {
        DemoCustomers.Customer customer = customers.at(said.place(), random);
        return tickets.open(
                person,
                new NewTicket(
                        TicketKind.valueOf(said.kind()),
                        CHANNELS.get(random.nextInt(CHANNELS.size())),
                        said.subject(),
                        said.text(),
                        new CustomerDraft(
                                "desk", null, customer.name(), customer.phone(), "+86" + customer.phone(), null, null),
                        customer.place(),
                        null,
                        at));
    }

    /** What became of one ticket, each step at its hour; what lies in the future has not happened. */
    private final class Course {

        private final Actor person;
        private final DemoScenario scenario;
        private final RandomGenerator random;
        private Ticket now;
        private Instant at;

        Course(Actor person, DemoScenario scenario, Ticket ticket, Instant came, RandomGenerator random) {
            this.person = person;
            this.scenario = scenario;
            this.now = ticket;
            this.at = came;
            this.random = random;
        }

        /** As far as chance says: a third stays as it came, the others are worked on. */
        void run(int chance) {
            if (chance < 3) {
                return;
            }
            step(HEARD, () -> tickets.step(person, now.id(), now.version(), Step.START, null));
            doing(HEARD, () -> remedies.give(person, now.id(), RemedyKind.APOLOGY, null, "接电话时已当面道歉。"));
            Suggestion suggestion = now.suggestion();
            if (suggestion != null && random.nextInt(4) > 0) {
                step(
                        LOOKED,
                        () -> tickets.classify(
                                person, now.id(), now.version(), suggestion.type(), diagnosis(scenario)));
            }
            doing(LOOKED, () -> tickets.note(person, now.id(), "已电话核实，客户说法与系统记录一致。"));
            if (chance == 4) {
                step(LOOKED, () -> tickets.step(person, now.id(), now.version(), Step.PEND, "等客户提供付款凭证"));
            }
            if (chance >= 7) {
                settle(chance);
            }
        }

        private void settle(int chance) {
            step(
                    WORKED,
                    () -> tickets.answer(
                            person, now.id(), now.version(), Channel.HOT_LINE, "给您添麻烦了，非常抱歉。这件事由我负责到底，处理结果我会先打电话告诉您。"));
            if (chance >= 8) {
                step(WORKED, () -> tickets.settle(person, now.id(), now.version(), "已派线路一班上门处理，现场测试正常。"));
                step(HEARD, () -> tickets.step(person, now.id(), now.version(), Step.RESOLVE, null));
            }
        }

        private void step(Duration within, Supplier<StepResult> what) {
            doing(within, () -> now = after(what.get(), now));
        }

        private void doing(Duration within, Runnable what) {
            at = later(within);
            if (at.isBefore(clock.instant())) {
                SetClock.run(at, what);
            }
        }

        /** Some time later, and not at night. */
        private Instant later(Duration within) {
            Instant next = at.plusSeconds(random.nextLong(within.toSeconds() / 4, within.toSeconds()));
            ZonedDateTime local = next.atZone(person.zone());
            return awake(local)
                    ? next
                    : local.plusHours((OPENS + HOURS - local.getHour()) % HOURS).toInstant();
        }
    }

    private static Diagnosis diagnosis(DemoScenario scenario) {
        boolean beyond = scenario.cause().startsWith("beyond");
        return new Diagnosis(
                FailureKind.OUTCOME,
                "客户说的和系统里的业务记录对得上，服务本身没有交付好。",
                beyond ? Attribution.BEYOND_CONTROL : Attribution.PROVIDER,
                beyond ? "当天气象预警和线路告警的时间一致。" : "线路和账务记录显示问题出在我方。");
    }

    private static Ticket after(StepResult result, Ticket before) {
        return switch (result) {
            case StepResult.Done done -> done.ticket();
            case StepResult.Refused refused ->
                throw new IllegalStateException(before.number() + " " + refused.reasons());
            case StepResult.Stale stale -> stale.now();
        };
    }
}
