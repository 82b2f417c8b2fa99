package org.redress.desk.ticket.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.Customers;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
class NewTicketIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor agent;
    private Browser browser;

    @BeforeEach
    void hire() throws Exception {
        agent = offices.hire(offices.found(), Posts.AGENT, "2107");
        browser = Browser.of(web, agent);
    }

    private long count() {
        return jdbc.sql("select count(*) from ticket.ticket where bureau = ?")
                .param(agent.bureau().value())
                .query(Long.class)
                .single();
    }

    private Ticket opened(Browser.Answer answer) {
        return tickets.get(agent, new TicketId(UUID.fromString(answer.next().substring("/tickets/".length()))));
    }

    @Test
    void a_contact_is_recorded_with_its_customer_and_its_number_in_both_forms() throws Exception {
        Instant spoken = clock.instant().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MINUTES);
        Browser.Answer answer = browser.send(
                "/desk/new",
                "kind",
                "FAULT",
                "channel",
                "COUNTER",
                "text",
                "宽带断了。光猫红灯一直闪。",
                "name",
                "周女士",
                "phone",
                "138 1234-2046",
                "place",
                "城北区枫林路",
                "postalCode",
                "010020",
                "received",
                LocalDateTime.ofInstant(spoken, agent.zone()).toString());

        Ticket ticket = opened(answer);
        assertThat(ticket.subject()).isEqualTo("宽带断了");
        assertThat(ticket.responsible()).isEqualTo(agent.staff());
        assertThat(ticket.origin().postalCode()).isEqualTo("010020");
        assertThat(ticket.origin().receivedAt()).isEqualTo(spoken);
        assertThat(customers
                        .reveal(agent, Objects.requireNonNull(ticket.customer()))
                        .phones())
                .containsExactly("138 1234-2046");
        Ticket again = opened(browser.send("/desk/new", "text", "又断了。", "phone", "+86 13812342046"));
        assertThat(again.customer()).isEqualTo(ticket.customer());
        assertThat(browser.look(answer.next()).page()).contains("Recorded. You answer for it.");
    }

    @Test
    void what_cannot_be_taken_is_said_at_its_field_and_everything_typed_stays() throws Exception {
        Browser.Answer refused = browser.send(
                "/desk/new",
                "kind",
                "BILL_DISPUTE",
                "channel",
                "LETTER",
                "text",
                "Charged twice.",
                "phone",
                "none",
                "email",
                "not an address",
                "received",
                "2999-01-01T00:00");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page())
                .contains("3 fields to correct", "There is no figure in it", "An e-mail address looks like")
                .contains("between 20 years ago and now")
                .contains(">Charged twice.</textarea>", "value=\"none\"", "value=\"not an address\"")
                .contains("value=\"BILL_DISPUTE\" selected", "value=\"LETTER\" selected");
        assertThat(count()).isZero();
    }

    @Test
    void absurd_input_is_refused_clearly() throws Exception {
        assertThat(browser.send("/desk/new", "subject", "", "text", " ").page()).contains("Something must be written");
        assertThat(browser.send("/desk/new", "subject", "a\u0000b", "text", "x").page())
                .contains("control characters");
        assertThat(browser.send("/desk/new", "text", "x", "received", "1066-10-14T09:00")
                        .page())
                .contains("between 20 years ago and now");
        assertThat(browser.send("/desk/new", "text", "x", "received", "yesterday")
                        .status())
                .isEqualTo(422);
        assertThat(browser.send("/desk/new", "text", "x", "kind", "NOTHING").status())
                .isEqualTo(400);
        Browser.Answer huge = browser.send("/desk/new", "subject", "m".repeat(1 << 20), "text", "x");
        assertThat(huge.status()).isEqualTo(422);
        assertThat(huge.page()).contains("At most 300 characters");
        assertThat(browser.send("/desk/new", "text", "x", "name", "n".repeat(201))
                        .page())
                .contains("At most 200 characters");
        assertThat(count()).isZero();
    }

    @Test
    void a_double_click_makes_one_ticket() throws Exception {
        String key = UUID.randomUUID().toString();

        Browser.Answer first = browser.sendAgain(key, "/desk/new", "text", "Only once.");
        Browser.Answer second = browser.sendAgain(key, "/desk/new", "text", "Only once.");

        assertThat(second.next()).isEqualTo(first.next());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void an_anonymous_contact_is_taken_too() throws Exception {
        Ticket ticket =
                opened(browser.send("/desk/new", "kind", "SUGGESTION", "channel", "LETTER", "text", "Open longer."));

        assertThat(ticket.customer()).isNull();
        assertThat(browser.look("/tickets/" + ticket.id().value()).page()).contains("An anonymous contact");
    }
}
