package org.redress.ground.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@RedressIT
@Tag("S5.1")
class ConsentsIT {

    @Autowired
    Offices offices;

    @Autowired
    Customers customers;

    @Autowired
    Consents consents;

    @Autowired
    Tickets tickets;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor lin;
    private CustomerId zhou;

    @BeforeEach
    void know() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "2107");
        zhou = Objects.requireNonNull(customers
                .match(
                        lin,
                        List.of(new CustomerDraft(
                                "desk", null, "周女士", "13812342046", "+8613812342046", "zhou@example.org", "枫林路12号")))
                .getFirst());
    }

    private ReachPoint.Kind reached() {
        return customers.reach(lin, zhou).orElseThrow().kind();
    }

    /** How each message about a ticket stands, by its channel. */
    private List<String> messages(Ticket ticket) {
        return jdbc.sql("select channel || ' ' || state from notification.message where bureau = ? and subject = ?")
                .params(command.bureau().value(), ticket.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private Ticket open() {
        return tickets.openFor(
                lin,
                new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "宽带掉线", "每晚都断", null, null, null, null),
                zhou);
    }

    @Test
    void a_customer_is_written_to_the_quickest_way_that_they_did_not_decline() {
        assertThat(reached()).isEqualTo(ReachPoint.Kind.MOBILE);
        consents.note(lin, zhou, ReachPoint.Kind.MOBILE, false, "on the telephone today");
        assertThat(reached()).isEqualTo(ReachPoint.Kind.EMAIL);
        consents.note(lin, zhou, ReachPoint.Kind.EMAIL, false, "on the telephone today");
        assertThat(customers.reach(lin, zhou).orElseThrow().address()).isEqualTo("周女士\n枫林路12号");
        consents.note(lin, zhou, ReachPoint.Kind.MOBILE, true, "by letter");
        assertThat(reached()).isEqualTo(ReachPoint.Kind.MOBILE);

        assertThat(consents.of(lin, zhou).get(ReachPoint.Kind.MOBILE))
                .satisfies(said -> assertThat(said.said()).isEqualTo("by letter"));
        assertThat(trail.of(command, "customer", zhou.value(), 9))
                .extracting("deed")
                .containsExactly("customer.consent", "customer.consent", "customer.consent");
    }

    @Test
    void who_declined_every_way_gets_nothing_and_the_message_says_so() {
        for (ReachPoint.Kind way : ReachPoint.Kind.values()) {
            consents.note(lin, zhou, way, false, "not at all");
        }
        assertThat(messages(open())).containsExactly("SMS WITHHELD");
    }

    @Test
    @Transactional // rolled back: nothing is delivered meanwhile
    void what_waits_is_not_sent_to_whoever_declines_it_meanwhile() {
        Ticket ticket = open();
        consents.note(lin, zhou, ReachPoint.Kind.MOBILE, false, "请不要再发短信");
        assertThat(messages(ticket)).containsExactly("SMS WITHHELD");
    }

    @Test
    void who_said_nothing_is_written_to() {
        assertThat(messages(open()))
                .singleElement()
                .satisfies(one -> assertThat(one).startsWith("SMS ").isNotEqualTo("SMS WITHHELD"));
    }

    @Test
    void what_is_no_word_of_the_customer_and_nobody_is_refused() {
        for (String said : List.of(" ", "x".repeat(301), "a\u0007b")) {
            assertThatThrownBy(() -> consents.note(lin, zhou, ReachPoint.Kind.EMAIL, false, said))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.code()).isEqualTo("consent.said"));
        }
        assertThatThrownBy(() -> consents.note(lin, new CustomerId(Ids.next()), ReachPoint.Kind.EMAIL, false, "today"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("customer.absent"));
        Actor quality = offices.hire(command, Posts.QUALITY, "9");
        assertThatThrownBy(() -> consents.note(quality, zhou, ReachPoint.Kind.EMAIL, false, "today"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("access.denied"));
    }

    @Test
    void the_file_shows_what_was_said_and_takes_what_is_said_now() throws Exception {
        Browser desk = Browser.of(web, lin);
        String path = "/customers/" + zhou.value();
        assertThat(desk.look(path).page()).contains("Said nothing");
        assertThat(desk.send(path + "/consent", "way", "MOBILE", "given", "false", "said", "")
                        .page())
                .contains("Say how the customer said it");
        assertThat(desk.send(path + "/consent", "way", "MOBILE", "given", "false", "said", "<i>today</i>")
                        .next())
                .isEqualTo(path);
        assertThat(desk.look(path).page()).contains("Declined", "&lt;i&gt;today&lt;/i&gt;");
    }

    @Test
    void a_customer_is_written_to_in_the_language_that_they_asked_for() throws Exception {
        Browser desk = Browser.of(web, lin);
        String path = "/customers/" + zhou.value();
        assertThat(languages(open())).containsOnly("zh-CN");

        assertThat(desk.send(path + "/language", "language", "fr").page())
                .contains("The product writes in Chinese or English.");
        assertThat(desk.send(path + "/language", "language", "en").next()).isEqualTo(path);
        assertThat(desk.look(path).page()).contains("<option value=\"en\" selected>English</option>");

        assertThat(languages(open())).containsOnly("en");
        assertThat(trail.of(command, "customer", zhou.value(), 9))
                .extracting("deed")
                .containsExactly("customer.language");
        assertThatThrownBy(() -> consents.speak(lin, new CustomerId(Ids.next()), Words.ENGLISH))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("customer.absent"));
    }

    private List<String> languages(Ticket ticket) {
        return jdbc.sql("select language from notification.message where bureau = ? and subject = ?")
                .params(command.bureau().value(), ticket.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
