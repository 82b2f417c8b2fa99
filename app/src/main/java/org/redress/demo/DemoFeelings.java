package org.redress.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.SetClock;
import org.springframework.stereotype.Component;

/** Customers who came back after an answer, calmer or not: as many after an agent's word as after that of who leads. */
@Component
class DemoFeelings implements DemoPart {

    private static final long SEED = 20261129;
    private static final int MATTERS = 11;
    private static final int FIRST_DAY = 2;
    private static final int DAYS = 18;
    private static final int MORNING = 8;
    private static final int FORGETS_EVERY = 5;
    private static final Duration SOON = Duration.ofMinutes(6);
    private static final Duration BETWEEN = Duration.ofHours(2);

    /** A mood for each time that they spoke. */
    private static final List<List<Mood>> AFTER_AGENT = List.of(
            List.of(Mood.DISAPPOINTED, Mood.WORRIED, Mood.WORRIED),
            List.of(Mood.WORRIED, Mood.CALM, Mood.CALM),
            List.of(Mood.DISAPPOINTED, Mood.DISAPPOINTED, Mood.WORRIED),
            List.of(Mood.WORRIED, Mood.DISAPPOINTED, Mood.WORRIED));

    private static final List<List<Mood>> AFTER_HEAD = List.of(
            List.of(Mood.DISAPPOINTED, Mood.CALM, Mood.PLEASED),
            List.of(Mood.WORRIED, Mood.CALM, Mood.CALM),
            List.of(Mood.DISAPPOINTED, Mood.WORRIED, Mood.CALM),
            List.of(Mood.WORRIED, Mood.WORRIED, Mood.PLEASED));

    private final List<String> matters = lines("MATTER");
    private final List<String> again = lines("AGAIN");
    private final List<String> answers = lines("ANSWER");
    private final List<String> done = lines("DONE");
    private final Contacts contacts;
    private final Tickets tickets;
    private final Remedies remedies;
    private final Clock clock;

    DemoFeelings(Contacts contacts, Tickets tickets, Remedies remedies, Clock clock) {
        this.contacts = contacts;
        this.tickets = tickets;
        this.remedies = remedies;
        this.clock = clock;
    }

    private static List<String> lines(String what) {
        return DemoFiles.lines("feelings.tsv").stream()
                .filter(line -> line.startsWith(what + "	"))
                .map(line -> line.substring(what.length() + 1))
                .toList();
    }

    @Override
    public @Nullable Class<? extends DemoPart> after() {
        return DemoOutlet.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        DemoCustomers customers = bureau.customers();
        RandomGenerator random = new SplittableRandom(SEED);
        Actor agent = bureau.person("tang");
        Actor head = bureau.head();
        List<String> phones = new ArrayList<>();
        for (int n = 0; n < MATTERS; n++) {
            matter(agent, AFTER_AGENT.get(n % AFTER_AGENT.size()), n, another(customers, phones, random));
            matter(head, AFTER_HEAD.get(n % AFTER_HEAD.size()), n + 1, another(customers, phones, random));
        }
    }

    private static DemoCustomers.Customer another(
            DemoCustomers customers, List<String> phones, RandomGenerator random) {
        DemoCustomers.Customer found = customers.at("*", random);
        while (phones.contains(found.phone())) {
            found = customers.at("*", random);
        }
        phones.add(found.phone());
        return found;
    }

    /** One matter, some days ago: told, answered, asked about, answered, asked about once more, settled; some hours lie between. */
    private void matter(Actor person, List<Mood> moods, int n, DemoCustomers.Customer customer) {
        ZonedDateTime day = clock.instant().atZone(person.zone()).minusDays(FIRST_DAY + n % DAYS);
        Instant at = day.toLocalDate()
                .atTime(MORNING + n % 3, 7 * n % 60)
                .atZone(person.zone())
                .toInstant();
        NewContact.Newcomer from = new NewContact.Newcomer(new CustomerDraft(
                "desk", null, customer.name(), customer.phone(), "+86" + customer.phone(), null, null));
        TicketId ticket = Objects.requireNonNull(SetClock.get(
                at,
                () -> speak(
                        person,
                        from,
                        matters.get(n % matters.size()),
                        moods.getFirst(),
                        new NewContact.Ticket(TicketKind.COMPLAINT, "", null, null))));
        SetClock.run(at.plus(SOON), () -> begin(person, ticket, n));
        for (int time = 1; time < moods.size(); time++) {
            int told = time;
            at = at.plus(BETWEEN);
            SetClock.run(
                    at,
                    () -> after(tickets.answer(
                            person,
                            ticket,
                            now(person, ticket).version(),
                            Channel.HOT_LINE,
                            answers.get((n + told) % answers.size()))));
            at = at.plus(BETWEEN);
            SetClock.run(
                    at,
                    () -> speak(
                            person,
                            from,
                            again.get((n + told) % again.size()),
                            moods.get(told),
                            new NewContact.About(ticket)));
        }
        SetClock.run(at.plus(BETWEEN), () -> settled(person, ticket, answers.get(n % answers.size())));
    }

    /** Begins with it, with an apology and an explanation; one in some forgets them. */
    private void begin(Actor person, TicketId ticket, int n) {
        after(tickets.step(person, ticket, now(person, ticket).version(), Step.START, null));
        if (n % FORGETS_EVERY > 0) {
            remedies.give(person, ticket, RemedyKind.APOLOGY, null, "");
            remedies.give(person, ticket, RemedyKind.EXPLANATION, null, "");
        }
    }

    private void settled(Actor person, TicketId ticket, String answer) {
        after(tickets.answer(person, ticket, now(person, ticket).version(), Channel.HOT_LINE, answer));
        after(tickets.settle(person, ticket, now(person, ticket).version(), done.getFirst()));
        after(tickets.step(person, ticket, now(person, ticket).version(), Step.RESOLVE, null));
    }

    private Ticket now(Actor person, TicketId ticket) {
        return tickets.get(person, ticket);
    }

    private @Nullable TicketId speak(
            Actor person, NewContact.From from, String words, Mood mood, NewContact.Wish wish) {
        return contacts.record(
                        person,
                        new NewContact(
                                new ContactId(Ids.next()), Channel.HOT_LINE, from, words, mood, null, null, wish))
                .matter()
                .ticket();
    }

    private static Ticket after(StepResult result) {
        return switch (result) {
            case StepResult.Done done -> done.ticket();
            case StepResult.Refused refused -> throw new IllegalStateException("demonstration: " + refused.reasons());
            case StepResult.Stale stale -> stale.now();
        };
    }
}
