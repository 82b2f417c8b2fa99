package org.redress.desk.ticket.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.trail.Trail;
import org.redress.ground.trail.TrailEntry;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
class DeskIT {

    private static final String PHONE = "13812342046";
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" rel=\"(next|prev)\"");

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Trail trail;

    @Autowired
    java.time.Clock clock;

    private Actor command;
    private Actor agent;

    @BeforeEach
    void hire() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "2107");
    }

    private Ticket open(Actor actor, String subject, @Nullable String phone) {
        return tickets.open(
                actor,
                new NewTicket(
                        TicketKind.FAULT,
                        Channel.HOT_LINE,
                        subject,
                        subject + ", since yesterday.",
                        phone == null
                                ? null
                                : new CustomerDraft("desk", null, "Ms Zhou", phone, "+86" + phone, null, null),
                        "Fenglin Road",
                        null,
                        null));
    }

    @Test
    void a_ticket_stands_beside_its_list_and_has_an_address_of_its_own() throws Exception {
        Ticket first = open(agent, "Broadband is down", PHONE);
        Ticket second = open(agent, "Wrong roaming charge", null);
        Browser browser = Browser.of(web, agent);

        assertThat(browser.look("/desk").page()).contains("Broadband is down", "Wrong roaming charge", "For me to do");
        for (String address : List.of("/tickets/", "/desk/tickets/", "/desk?ticket=")) {
            assertThat(browser.look(address + second.id().value()).page())
                    .contains("id=\"th\"><span data-user-content>Wrong roaming charge</span>", "Broadband is down");
        }
        assertThat(browser.look("/tickets/" + first.number()).next())
                .isEqualTo("/tickets/" + first.id().value());
        assertThat(browser.look("/tickets/T-1").status()).isEqualTo(404);
        assertThat(browser.look("/tickets/" + command.staff().value()).status()).isEqualTo(404);
    }

    @Test
    void the_way_to_the_imports_is_shown_to_those_who_may_go_it() throws Exception {
        Actor head = offices.hire(command, Posts.HEAD, "2108");

        assertThat(Browser.of(web, agent).look("/desk").page()).doesNotContain("href=\"/intake\"");
        assertThat(Browser.of(web, head).look("/desk").page()).contains("href=\"/intake\"");
    }

    @Test
    void the_phone_of_a_customer_is_masked_in_list_sheet_and_search() throws Exception {
        Ticket ticket = open(agent, "Broadband is down", PHONE);
        Browser browser = Browser.of(web, agent);

        for (String path : List.of("/desk", "/tickets/" + ticket.id().value(), "/search?q=broadband", "/desk/joins")) {
            assertThat(browser.look(path).page()).as(path).doesNotContain(PHONE);
        }
        assertThat(browser.look("/desk").page()).contains("138****2046");
    }

    @Test
    void a_look_at_the_whole_number_is_asked_for_and_leaves_a_trail() throws Exception {
        Ticket ticket = open(agent, "Broadband is down", PHONE);
        String path = "/tickets/" + ticket.id().value() + "/reveal";

        assertThat(Browser.of(web, agent).send(path).page()).contains(PHONE);

        assertThat(trail.of(
                        command,
                        "customer",
                        Objects.requireNonNull(ticket.customer()).value(),
                        10))
                .extracting(TrailEntry::deed)
                .containsExactly("customer.reveal");
        Actor quality = offices.hire(command, Posts.QUALITY, "1005");
        assertThat(Browser.of(web, quality).send(path).status()).isEqualTo(403);
        assertThat(Browser.of(web, quality)
                        .look("/tickets/" + ticket.id().value())
                        .page())
                .doesNotContain("/reveal");
    }

    @Test
    void a_ticket_of_another_unit_can_be_read_and_not_be_worked_on() throws Exception {
        Ticket ticket = open(agent, "Broadband is down", PHONE);
        Browser stranger = Browser.of(web, offices.hireElsewhere(command, Posts.AGENT, "3101"));
        String path = "/tickets/" + ticket.id().value();

        assertThat(stranger.look(path).page())
                .contains("belongs to another unit")
                .doesNotContain(path + "/answer", path + "/note", path + "/start", path + "/classify");
        assertThat(stranger.send(path + "/start", "version", "1").status()).isEqualTo(403);
        assertThat(stranger.send(path + "/note", "version", "1", "text", "x").status())
                .isEqualTo(403);
    }

    @Test
    void a_list_is_narrowed_and_turned_in_its_address() throws Exception {
        for (int i = 0; i < 53; i++) {
            open(agent, "Matter number " + i, null);
        }
        Browser browser = Browser.of(web, agent);

        String first = browser.look("/desk?view=mine&kind=FAULT").page();
        String second = browser.look(turn(first, "next")).page();
        String back = browser.look(turn(second, "prev")).page();

        assertThat(rows(first)).isEqualTo(50);
        assertThat(rows(second)).isEqualTo(3);
        assertThat(rows(back)).isEqualTo(50);
        assertThat(browser.look("/desk?view=mine&kind=PRAISE").page()).contains("Nothing in this view passes");
        assertThat(browser.look("/desk?view=closed").page()).contains("No ticket has been closed yet");
        assertThat(browser.look("/desk?view=nothing").status()).isEqualTo(404);
        assertThat(browser.look("/desk?kind=NOTHING").status()).isEqualTo(400);
        assertThat(browser.look("/desk?at=nonsense").status()).isEqualTo(422);
    }

    private static String turn(String page, String way) {
        Matcher found = NEXT.matcher(page);
        while (found.find()) {
            if (found.group(2).equals(way)) {
                return found.group(1).replace("&amp;", "&");
            }
        }
        throw new AssertionError("no page " + way);
    }

    private static int rows(String page) {
        return page.split("class=\"r-row\"", -1).length - 1;
    }

    @Test
    void what_is_late_stands_first_and_is_counted() throws Exception {
        open(agent, "In good time", null);
        tickets.open(
                agent,
                new NewTicket(
                        TicketKind.COMPLAINT,
                        Channel.WEB,
                        "Long overdue",
                        "Nobody answers.",
                        null,
                        null,
                        null,
                        clock.instant().minus(Duration.ofDays(40))));

        String page = Browser.of(web, agent).look("/desk").page();

        assertThat(page.indexOf("Long overdue")).isLessThan(page.indexOf("In good time"));
        assertThat(page).contains("Late 1", "Later 1", "<span class=\"visually-hidden\">late</span>");
    }

    @Test
    void a_list_is_taken_out_as_a_file_by_those_who_may() throws Exception {
        open(agent, "=HYPERLINK(1)", PHONE);
        Browser head = Browser.of(web, offices.hire(command, Posts.HEAD, "2001"));

        assertThat(head.look("/desk?view=open").page()).contains("/desk/export.csv?view=open");
        assertThat(head.look("/desk/export.csv?view=open").page())
                .contains("HYPERLINK")
                .doesNotContain(",=HYPERLINK");
        assertThat(head.look("/desk/export.xlsx?view=open").status()).isEqualTo(200);
        Browser plain = Browser.of(web, agent);
        assertThat(plain.look("/desk/export.csv?view=open").status()).isEqualTo(403);
        assertThat(plain.look("/desk?view=open").page()).doesNotContain("/desk/export");
    }

    @Test
    void an_empty_desk_says_so_and_leads_on() throws Exception {
        assertThat(Browser.of(web, agent).look("/desk").page())
                .contains("Nothing waits for you", "href=\"/contacts/new\"");
    }
}
