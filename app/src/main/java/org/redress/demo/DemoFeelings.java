package org.redress.demo;

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
import org.springframework.stereotype.Component;

/** Customers who came back after an answer, calmer or not: as many after an agent's word as after that of who leads. */
@Component
class DemoFeelings implements DemoPart {

    private static final long SEED = 20261129;
    private static final int MATTERS = 11;

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

    DemoFeelings(Contacts contacts, Tickets tickets) {
        this.contacts = contacts;
        this.tickets = tickets;
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

    /** One matter: told, answered, asked about, answered, asked about once more, settled. */
    private void matter(Actor person, List<Mood> moods, int n, DemoCustomers.Customer customer) {
        NewContact.Newcomer from = new NewContact.Newcomer(new CustomerDraft(
                "desk", null, customer.name(), customer.phone(), "+86" + customer.phone(), null, null));
        TicketId ticket = Objects.requireNonNull(speak(
                person,
                from,
                matters.get(n % matters.size()),
                moods.getFirst(),
                new NewContact.Ticket(TicketKind.COMPLAINT, "", null, null)));
        Ticket now =
                after(tickets.step(person, ticket, tickets.get(person, ticket).version(), Step.START, null));
        for (int time = 1; time < moods.size(); time++) {
            now = after(tickets.answer(
                    person, ticket, now.version(), Channel.HOT_LINE, answers.get((n + time) % answers.size())));
            speak(person, from, again.get((n + time) % again.size()), moods.get(time), new NewContact.About(ticket));
            now = tickets.get(person, ticket);
        }
        now = after(tickets.settle(person, ticket, now.version(), done.getFirst()));
        after(tickets.step(person, ticket, now.version(), Step.RESOLVE, null));
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
