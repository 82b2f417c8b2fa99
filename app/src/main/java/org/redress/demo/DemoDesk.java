package org.redress.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
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
import org.springframework.stereotype.Component;

/** The open work of the demonstration: tickets that its people took in the last days and brought some way on. */
@Component
class DemoDesk implements DemoPart {

    private static final int RECENT = 58;
    private static final int OLD = 6;
    private static final int OPENS = 8;
    private static final int CLOSES = 20;
    private static final int HOURS = 24;
    private static final List<Channel> CHANNELS = List.of(
            Channel.HOT_LINE, Channel.HOT_LINE, Channel.COUNTER, Channel.WEB, Channel.LETTER, Channel.REGULATOR);

    private final Tickets tickets;
    private final Clock clock;

    DemoDesk(Tickets tickets, Clock clock) {
        this.tickets = tickets;
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
            Ticket ticket =
                    open(person, scenario.spoken(random), bureau.customers(), waking(now.minus(ago), person), random);
            advance(person, ticket, scenario, i < OLD ? 3 : random.nextInt(10), random);
        }
    }

    /** The same moment, or the evening before where it is night. */
    private static Instant waking(Instant at, Actor person) {
        ZonedDateTime local = at.atZone(person.zone());
        return local.getHour() >= OPENS && local.getHour() < CLOSES
                ? at
                : local.minusHours((local.getHour() + HOURS - CLOSES) % HOURS + 1)
                        .toInstant();
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

    /** Brings a ticket as far as chance says: a third stays as it came, the others are worked on. */
    private void advance(Actor person, Ticket ticket, DemoScenario scenario, int chance, RandomGenerator random) {
        if (chance < 3) {
            return;
        }
        Ticket now = after(tickets.step(person, ticket.id(), ticket.version(), Step.START, null), ticket);
        Suggestion suggestion = now.suggestion();
        if (suggestion != null && random.nextInt(4) > 0) {
            now = after(tickets.classify(person, now.id(), now.version(), suggestion.type(), diagnosis(scenario)), now);
        }
        tickets.note(person, now.id(), "已电话核实，客户说法与系统记录一致。");
        if (chance == 3) {
            return;
        }
        if (chance == 4) {
            after(tickets.step(person, now.id(), now.version(), Step.PEND, "等客户提供付款凭证"), now);
            return;
        }
        if (chance >= 7) {
            settle(person, now, chance);
        }
    }

    private void settle(Actor person, Ticket ticket, int chance) {
        Ticket now = after(
                tickets.answer(
                        person,
                        ticket.id(),
                        ticket.version(),
                        Channel.HOT_LINE,
                        "给您添麻烦了，非常抱歉。这件事由我负责到底，处理结果我会先打电话告诉您。"),
                ticket);
        if (chance >= 8) {
            now = after(tickets.settle(person, now.id(), now.version(), "已派线路一班上门处理，现场测试正常。"), now);
            after(tickets.step(person, now.id(), now.version(), Step.RESOLVE, null), now);
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
