package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A fault that came by one key of a contact, or by mail, gets its work order on the same ticket. */
@RedressIT
@Tag("S5.6")
class FaultOfTicketIT {

    private static final String WORDS = "下雨以后电话没有声音";

    @Autowired
    Faults faults;

    @Autowired
    Contacts contacts;

    @Autowired
    Tickets tickets;

    @Autowired
    Commitments commitments;

    @Autowired
    LineBook book;

    @Autowired
    Customers customers;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    Clock time;

    private RepairOffice all;
    private Browser lin;

    @BeforeEach
    void open() throws Exception {
        all = new RepairOffice(bureaus, staff, actors, customers, book);
        lin = Browser.of(web, all.lin);
    }

    private TicketId taken(NewContact.From from, TicketKind kind, Instant spoken) {
        return Objects.requireNonNull(contacts.record(
                        all.lin,
                        new NewContact(
                                new ContactId(Ids.next()),
                                Channel.HOT_LINE,
                                from,
                                WORDS,
                                Mood.CALM,
                                spoken,
                                null,
                                new NewContact.Ticket(kind, "", null, null)))
                .matter()
                .ticket());
    }

    private TicketId fault() {
        return taken(new NewContact.Known(all.customer), TicketKind.FAULT, time.instant());
    }

    private CustomerId another() {
        return Objects.requireNonNull(customers
                .match(
                        all.command,
                        List.of(new CustomerDraft("desk", null, "王先生", "13900000001", "+8613900000001", null, null)))
                .getFirst());
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where bureau = ?")
                .param(all.command.bureau().value())
                .query(Long.class)
                .single();
    }

    private Browser.Answer order(Line line, TicketId ticket) throws Exception {
        return lin.send(
                "/faults",
                "line",
                line.id().value().toString(),
                "ticket",
                ticket.value().toString(),
                "begun",
                "0",
                "said",
                "tone.none,sets.one",
                "unit",
                "",
                "from",
                "",
                "until",
                "");
    }

    private static NewOrder on(Line line) {
        return new NewOrder(line.id(), List.of(), null, null, false);
    }

    @Test
    void a_contact_by_one_key_becomes_an_order_on_the_same_ticket_with_limits_from_the_first_moment() throws Exception {
        Instant received = time.instant().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        TicketId ticket = taken(new NewContact.Known(all.customer), TicketKind.FAULT, received);
        String sheet = "/tickets/" + ticket.value();
        String desk = "/faults/new?ticket=" + ticket.value();
        assertThat(lin.look(sheet).page()).contains("href=\"" + desk + "\"");

        String number = tickets.get(all.lin, ticket).number().toString();
        assertThat(lin.look(desk).page())
                .contains(number, WORDS, "周女士", "057****3407", "057****5521", "****2911")
                .contains("line=" + all.rural.id().value());
        assertThat(lin.look("/faults/new?number=3407&ticket=" + ticket.value()).page())
                .contains(WORDS, "Send the work order", "Is there a dial tone?")
                .doesNotContain("name=\"mood\"", "name=\"words\"");
        assertThat(rows("fault.fault")).as("looking changes nothing").isZero();

        assertThat(order(all.fixed, ticket).next()).isEqualTo(sheet + "#fault");
        assertThat(rows("contact.contact")).isEqualTo(1);
        assertThat(rows("ticket.ticket")).isEqualTo(1);
        Fault fault = faults.ofTicket(all.lin, ticket).orElseThrow();
        assertThat(fault.line()).isEqualTo(all.fixed.id());
        assertThat(fault.reported().at()).isEqualTo(received);
        assertThat(fault.due().at()).isEqualTo(received.plus(Duration.ofHours(48)));
        assertThat(commitments.of(all.lin, RepairClocks.subject(fault.id())))
                .singleElement()
                .satisfies(clock -> assertThat(clock.startedAt()).isEqualTo(received));
        assertThat(tickets.get(all.lin, ticket).state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(lin.look(sheet).page()).contains("0571-8612 3407", "Sent").doesNotContain("href=\"" + desk);

        assertThat(lin.look(desk).next()).isEqualTo(sheet + "#fault");
        assertThat(order(all.rural, ticket).next()).isEqualTo(sheet + "#fault");
        assertThat(lin.look(sheet).page()).contains("This ticket has its work order already");
        assertThat(rows("fault.fault")).isEqualTo(1);
    }

    @Test
    void a_line_of_another_customer_gets_no_order_on_a_ticket() throws Exception {
        TicketId ticket = taken(new NewContact.Known(another()), TicketKind.FAULT, time.instant());
        assertThat(lin.look("/faults/new?ticket=" + ticket.value()).page())
                .contains("王先生", "This customer has no line on file.");
        String screen = lin.look("/faults/new?line=" + all.fixed.id().value() + "&ticket=" + ticket.value())
                .page();
        assertThat(screen)
                .contains("This line belongs to another customer than the ticket.")
                .doesNotContain("Send the work order");
        Browser.Answer refused = order(all.fixed, ticket);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()).contains("This line belongs to another customer than the ticket.");
        nothing(ticket);
    }

    @Test
    void what_names_no_customer_is_no_fault_or_has_ended_gets_no_order() throws Exception {
        TicketId anonymous = taken(new NewContact.Anonymous(), TicketKind.FAULT, time.instant());
        String nobody = "Nobody is named as the customer of this ticket";
        assertThat(lin.look("/tickets/" + anonymous.value()).page()).contains(nobody, "href=\"/faults/new\"");
        assertThat(lin.look("/faults/new?ticket=" + anonymous.value()).page()).contains(nobody);
        assertThat(order(all.fixed, anonymous).page()).contains(nobody);
        nothing(anonymous);

        TicketId complaint = taken(new NewContact.Known(all.customer), TicketKind.COMPLAINT, time.instant());
        assertThat(order(all.fixed, complaint).page()).contains("Only a fault that is in hand gets a work order.");
        nothing(complaint);

        Ticket ended = tickets.get(all.lin, fault());
        tickets.step(all.lin, ended.id(), ended.version(), Step.CANCEL, "客户说好了");
        assertThat(order(all.fixed, ended.id()).page()).contains("Only a fault that is in hand gets a work order.");
        assertThat(faults.ofTicket(all.lin, ended.id())).isEmpty();
    }

    private void nothing(TicketId ticket) {
        assertThat(rows("fault.fault")).isZero();
        assertThat(tickets.get(all.lin, ticket).state()).isEqualTo(TicketState.ACKNOWLEDGED);
    }

    @Test
    void only_who_works_on_the_ticket_puts_an_order_on_it() {
        TicketId ticket = fault();
        Actor elsewhere = all.he;
        assertThatThrownBy(() -> faults.report(elsewhere, ticket, on(all.fixed)))
                .isInstanceOf(Problem.class);
        nothing(ticket);
    }

    @Test
    void of_two_who_order_at_once_for_one_ticket_one_does_and_the_other_is_told() throws Exception {
        for (List<Line> pair : List.of(List.of(all.fixed, all.rural), List.of(all.mobile, all.broadband))) {
            TicketId ticket = fault();
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                List<Callable<Reporting>> both = List.of(
                        () -> faults.report(all.lin, ticket, on(pair.getFirst())),
                        () -> faults.report(all.tang, ticket, on(pair.getLast())));
                List<Reporting> came =
                        two.invokeAll(both).stream().map(Future::resultNow).toList();
                Fault fault = faults.ofTicket(all.lin, ticket).orElseThrow();
                assertThat(came).containsExactlyInAnyOrder(new Reporting.Opened(fault), new Reporting.Already(fault));
            }
        }
    }

    @Test
    void a_line_under_repair_for_another_ticket_gets_no_second_order() {
        Fault known = FaultsIT.opened(faults.report(all.lin, all.wish(all.fixed)));
        TicketId ticket = fault();
        assertThat(faults.report(all.lin, ticket, on(all.fixed))).isEqualTo(new Reporting.Already(known));
        assertThat(faults.ofTicket(all.lin, ticket)).isEmpty();
    }

    @Test
    void a_ticket_that_nobody_has_does_not_exist() throws Exception {
        assertThat(lin.look("/faults/new?ticket=" + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
