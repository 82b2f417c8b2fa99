package org.redress.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.followup.FollowUp;
import org.redress.desk.recovery.followup.FollowUps;
import org.redress.desk.recovery.followup.Marks;
import org.redress.desk.recovery.plan.PlanLine;
import org.redress.desk.recovery.plan.PlanResult;
import org.redress.desk.recovery.plan.Plans;
import org.redress.desk.recovery.plan.RecoveryPlan;
import org.redress.desk.recovery.plan.TickResult;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Diagnosis;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Without;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.improve.insight.CauseId;
import org.redress.improve.insight.Findings;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.SetClock;
import org.springframework.stereotype.Component;

/** Brings a failure of the demonstration's past from what the customer said to what they answered when they were asked, each step at its hour. */
@Component
class DemoRecovered {

    private static final Duration HEARD = Duration.ofMinutes(25);
    private static final Duration BETWEEN = Duration.ofHours(2);
    private static final int NIGHT = 18;
    private static final int MORNING = 9;
    private static final int ASKED_AFTER = 4;
    private static final int UNHAPPY_EVERY = 19;
    private static final List<Mood> MOODS = List.of(Mood.DISAPPOINTED, Mood.WORRIED, Mood.DISAPPOINTED, Mood.CALM);
    private static final Set<RemedyKind> GIVEN = EnumSet.of(
            RemedyKind.APOLOGY,
            RemedyKind.CORRECTION,
            RemedyKind.CORRECTION_PLUS,
            RemedyKind.REFUND,
            RemedyKind.RENT_WAIVER);

    private final DemoLines lines = DemoLines.of("pilot.tsv");
    private final Contacts contacts;
    private final Tickets tickets;
    private final Plans plans;
    private final Findings findings;
    private final FollowUps followUps;

    DemoRecovered(Contacts contacts, Tickets tickets, Plans plans, Findings findings, FollowUps followUps) {
        this.contacts = contacts;
        this.tickets = tickets;
        this.plans = plans;
        this.findings = findings;
        this.followUps = followUps;
    }

    /**
     * A failure and what is done about it.
     *
     * @param agent answers for it
     * @param caller has nothing to do with it, and asks the customer afterwards
     * @param type of the failure
     * @param given whether it is put right by a plan; else it is only settled
     * @param note with what is given, which says why where there was something before
     * @param number of the matter, by which words are taken in turn
     */
    record Matter(
            Actor agent,
            Actor caller,
            CustomerId customer,
            DemoScenario said,
            String type,
            CauseId cause,
            boolean given,
            String note,
            int number) {}

    /** Begins at a moment; gives the day on which it was closed, and when the customer had answered. */
    Course run(Matter matter, Instant came, RandomGenerator random) {
        Course course = new Course(matter, came, random);
        course.run();
        return course;
    }

    /** One failure on its way. */
    final class Course {

        private final Matter matter;
        private final RandomGenerator random;
        private final TicketId ticket;
        private Instant at;
        private @Nullable Instant closed;

        Course(Matter matter, Instant came, RandomGenerator random) {
            this.matter = matter;
            this.random = random;
            this.at = came;
            this.ticket = SetClock.get(came, this::told);
        }

        Instant closedAt() {
            return Objects.requireNonNull(closed);
        }

        /** When the last thing happened. */
        Instant doneAt() {
            return at;
        }

        private void run() {
            later(HEARD);
            step(now -> tickets.step(matter.agent(), ticket, now, Step.START, null));
            step(now -> tickets.classify(
                    matter.agent(),
                    ticket,
                    now,
                    matter.type(),
                    new Diagnosis(
                            FailureKind.OUTCOME, lines.turn("WHY", 0), Attribution.PROVIDER, lines.turn("OURS", 0))));
            if (matter.given()) {
                later(HEARD);
                SetClock.run(at, this::putRight);
            }
            later(BETWEEN);
            step(now -> tickets.answer(
                    matter.agent(), ticket, now, Channel.HOT_LINE, lines.turn("HEARD", matter.number())));
            later(BETWEEN);
            step(now -> tickets.settle(matter.agent(), ticket, now, lines.turn(done(), matter.number())));
            SetClock.run(at, () -> findings.name(matter.agent(), ticket, matter.cause(), ""));
            step(now -> tickets.step(matter.agent(), ticket, now, Step.RESOLVE, null));
            later(BETWEEN);
            step(now -> tickets.close(matter.agent(), ticket, now, Without.NOTHING));
            closed = at;
            at = at.plus(Duration.ofDays(ASKED_AFTER));
            SetClock.run(at, this::ask);
        }

        private String done() {
            return !matter.given() ? "PLAIN" : matter.said().kind().equals(TicketKind.FAULT.name()) ? "LINE" : "MONEY";
        }

        private TicketId told() {
            DemoScenario said = matter.said();
            return Objects.requireNonNull(contacts.record(
                            matter.agent(),
                            new NewContact(
                                    new ContactId(Ids.next()),
                                    Channel.HOT_LINE,
                                    new NewContact.Known(matter.customer()),
                                    said.text(),
                                    MOODS.get(matter.number() % MOODS.size()),
                                    null,
                                    null,
                                    new NewContact.Ticket(TicketKind.valueOf(said.kind()), said.subject(), null, null)))
                    .matter()
                    .ticket());
        }

        /** Follows the plan that is offered, and gives what of it is given at once. */
        private void putRight() {
            RecoveryPlan plan = switch (plans.follow(matter.agent(), ticket, 0)) {
                case PlanResult.Done made -> made.plan();
                case PlanResult.Refused refused -> throw new IllegalStateException("demonstration: " + refused.why());
            };
            for (PlanLine line : plan.chosen()) {
                if (GIVEN.contains(line.kind())) {
                    TickResult result =
                            plans.tick(matter.agent(), plan.id(), line.kind(), sum(line.kind()), matter.note());
                    if (result instanceof TickResult.Refused refused) {
                        throw new IllegalStateException("demonstration: " + refused.why());
                    }
                }
            }
        }

        private @Nullable Money sum(RemedyKind kind) {
            return kind.needsMoney() ? Money.parse("CNY " + (8 + random.nextInt(30)) + ".00") : null;
        }

        private void ask() {
            FollowUp asked = followUps.ask(matter.caller(), ticket);
            boolean unhappy = !matter.given() && matter.number() % UNHAPPY_EVERY == 0;
            int about = unhappy ? 2 : matter.given() ? 4 : 3;
            int recovery = unhappy ? 2 : about + random.nextInt(2);
            followUps.enter(
                    matter.caller(),
                    asked.id(),
                    Channel.HOT_LINE,
                    new Marks(
                            recovery,
                            about + random.nextInt(2),
                            Math.max(3, about + random.nextInt(-1, 2)),
                            Math.max(3, about + random.nextInt(-1, 2)),
                            about * 2 - random.nextInt(2),
                            false),
                    unhappy ? lines.turn("UNHAPPY", matter.number()) : "");
            FollowUp answered = followUps.get(matter.caller(), asked.id());
            if (answered.callback() != null) {
                followUps.called(
                        matter.caller(), asked.id(), answered.version(), lines.turn("CALLED", matter.number()));
            }
        }

        private void step(Function<Integer, StepResult> what) {
            SetClock.run(at, () -> {
                StepResult result =
                        what.apply(tickets.get(matter.agent(), ticket).version());
                if (!(result instanceof StepResult.Done)) {
                    throw new IllegalStateException("demonstration: " + result);
                }
            });
        }

        /** Some time later, and by day. */
        private void later(Duration within) {
            at = at.plusSeconds(random.nextLong(within.toSeconds() / 3, within.toSeconds()));
            ZonedDateTime local = at.atZone(matter.agent().zone());
            if (local.getHour() >= NIGHT) {
                at = local.plusDays(1).withHour(MORNING).toInstant();
            }
        }
    }
}
