package org.redress.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.contact.Outcome;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.platform.database.Ids;
import org.springframework.stereotype.Component;

/** Today's contacts of the demonstration: one of each outcome and mood at least. */
@Component
class DemoContacts implements DemoPart {

    private static final int TICKETS = 40;
    private static final String ANONYMOUS = "anonymous";

    private final Contacts contacts;
    private final TicketBoard board;
    private final Clock clock;

    DemoContacts(Contacts contacts, TicketBoard board, Clock clock) {
        this.contacts = contacts;
        this.board = board;
        this.clock = clock;
    }

    /**
     * A line of the list.
     *
     * @param kind of ticket; {@code anonymous} after a space where nobody says who they are
     * @param ours the answer at once, or the reason for a no
     */
    private record Said(Outcome outcome, Mood mood, Channel channel, String kind, String words, String ours) {

        static Said of(String line) {
            String[] parts = line.split("\t", -1);
            return new Said(
                    Outcome.valueOf(parts[0]),
                    Mood.valueOf(parts[1]),
                    Channel.valueOf(parts[2]),
                    parts[3],
                    parts[4],
                    parts[5]);
        }
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoDesk.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        List<Actor> people = bureau.answering();
        Actor head = bureau.head();
        DemoCustomers customers = bureau.customers();
        RandomGenerator random = bureau.random();
        Iterator<TicketCard> inHand = cards(head, TicketView.CLASSIFIED);
        List<TicketCard> over = new ArrayList<>();
        cards(head, TicketView.RESOLVED).forEachRemaining(over::add);
        cards(head, TicketView.CLOSED).forEachRemaining(over::add);
        Iterator<TicketCard> ended = over.iterator();
        for (String line : DemoFiles.lines("contacts.tsv")) {
            Said said = Said.of(line);
            Actor person = people.get(random.nextInt(people.size()));
            switch (said.outcome()) {
                case ANSWERED -> record(person, said, who(said, customers, random), answered(said), random);
                case TICKET -> record(person, said, who(said, customers, random), ticket(said), random);
                case ADDED -> about(person, said, inHand.next(), random);
                case WAITING -> about(person, said, ended.next(), random);
                case REOPENED ->
                    contacts.takeUpAgain(
                            head, about(person, said, ended.next(), random).id());
                case KEPT ->
                    contacts.keep(
                            head, about(person, said, ended.next(), random).id(), said.ours());
            }
        }
    }

    private Iterator<TicketCard> cards(Actor head, TicketView view) {
        return board.page(head, view, TicketFilter.NONE, null, TICKETS).cards().stream()
                .filter(card -> card.lead() == null)
                .iterator();
    }

    private Contact about(Actor person, Said said, TicketCard ticket, RandomGenerator random) {
        NewContact.From from =
                ticket.customer() == null ? new NewContact.Anonymous() : new NewContact.Known(ticket.customer());
        return record(person, said, from, new NewContact.About(ticket.id()), random);
    }

    private static NewContact.From who(Said said, DemoCustomers customers, RandomGenerator random) {
        if (said.kind().endsWith(ANONYMOUS)) {
            return new NewContact.Anonymous();
        }
        DemoCustomers.Customer customer = customers.at("*", random);
        return new NewContact.Newcomer(new CustomerDraft(
                "desk",
                null,
                customer.name(),
                customer.phone(),
                "+86" + customer.phone(),
                null,
                customer.place() + random.nextInt(1, 200)));
    }

    private static NewContact.Wish answered(Said said) {
        return new NewContact.AnsweredAtOnce(said.ours());
    }

    private static NewContact.Wish ticket(Said said) {
        return new NewContact.Ticket(TicketKind.valueOf(said.kind().split(" ")[0]), "", null, null);
    }

    private Contact record(
            Actor person, Said said, NewContact.From from, NewContact.Wish wish, RandomGenerator random) {
        Instant opened = clock.instant().minusSeconds(random.nextInt(9, 48));
        return contacts.record(
                person,
                new NewContact(
                        new ContactId(Ids.next()),
                        said.channel(),
                        from,
                        said.words(),
                        said.mood(),
                        opened,
                        opened,
                        wish));
    }
}
