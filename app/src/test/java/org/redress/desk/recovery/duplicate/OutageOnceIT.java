package org.redress.desk.recovery.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Mood;
import org.redress.desk.fault.Fault;
import org.redress.desk.fault.Faults;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.NewFault;
import org.redress.desk.fault.Reporting;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.recovery.credit.CreditRunState;
import org.redress.desk.recovery.credit.HitTown;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** One outage, told by tickets and credited by a run: in the browser, nobody gets anything by choice for it twice. */
@RedressIT
@Tag("S4.4")
class OutageOnceIT {

    private static final Instant BEGAN = Instant.parse("2026-11-02T00:00:00Z");
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    @Autowired
    HitTown towns;

    @Autowired
    Faults faults;

    @Autowired
    Tickets tickets;

    @Autowired
    Joins joins;

    @Autowired
    CreditFiles files;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private TicketId report(Town town, Line line) {
        NewFault wish = new NewFault(
                new ContactId(Ids.next()),
                line.id(),
                Channel.HOT_LINE,
                Mood.ANGRY,
                "断网断电话了，什么时候能好？",
                clock.instant(),
                null,
                List.of(),
                null,
                null,
                false);
        Reporting reporting = faults.report(town.agent(), wish);
        assertThat(reporting).isInstanceOf(Reporting.Opened.class);
        Fault fault = ((Reporting.Opened) reporting).fault();
        return fault.ticket();
    }

    /** Reckoned, approved by two, posted: all on its pages. */
    private String posted(Town town, UUID outage) throws Exception {
        String page = Browser.of(web, town.head())
                .send("/credits", "problem", outage.toString())
                .next();
        CreditRunId id = new CreditRunId(UUID.fromString(page.substring("/credits/".length())));
        await(town, id, CreditRunState.PROPOSED);
        for (Actor one : List.of(town.second(), town.third())) {
            int version = files.find(one, id).orElseThrow().version();
            assertThat(Browser.of(web, one)
                            .send(page + "/approve", "version", "" + version)
                            .status())
                    .isEqualTo(303);
        }
        await(town, id, CreditRunState.POSTED);
        return page;
    }

    private void await(Town town, CreditRunId id, CreditRunState state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> files.find(town.head(), id).orElseThrow().state() == state);
        deliveries.await(town.command());
    }

    private static String page(TicketId ticket) {
        return "/tickets/" + ticket.value();
    }

    private static void give(Browser agent, TicketId ticket, String sum) throws Exception {
        assertThat(agent.send(page(ticket) + "/remedies", "kind", "bill-credit", "sum", sum, "why", "客户坚持")
                        .status())
                .isEqualTo(303);
    }

    /** What stands for this customer by choice. */
    private List<Money> byChoice(Town town, CustomerId customer) {
        return jdbc.sql("""
                        select amount from recovery.compensation
                         where bureau = ? and customer = ? and basis <> 'OWED' and account in ('PENDING', 'PROMISED', 'POSTED')
                        """)
                .params(town.command().bureau().value(), customer.value())
                .query((row, n) -> Money.of(HitTown.YUAN, row.getBigDecimal(1)))
                .list();
    }

    private static Money yuan(String sum) {
        return Money.of(HitTown.YUAN, new BigDecimal(sum));
    }

    @Test
    void whoever_has_it_from_the_run_is_refused_on_the_ticket_and_told_of_the_run() throws Exception {
        Town town = towns.found(2);
        List<TicketId> reported = new ArrayList<>();
        UUID outage = towns.outage(
                town,
                BEGAN,
                THREE_DAYS,
                () -> reported.add(report(town, town.lines().getFirst())));
        TicketId ticket = reported.getFirst();
        Browser agent = Browser.of(web, town.agent());
        assertThat(agent.look(page(ticket)).page()).doesNotContain("compensated already");
        posted(town, outage);

        assertThat(agent.look(page(ticket)).page())
                .contains("This failure is compensated already", "the same outage", "by the credits for everybody");
        give(agent, ticket, "10");
        assertThat(agent.look(page(ticket)).page())
                .contains("The same outage was compensated with ¥0.60", "It cannot be compensated twice");
        assertThat(byChoice(town, town.customers().getFirst())).containsExactly(yuan("0.60"));
        assertThat(agent.send(page(ticket) + "/remedies", "kind", "apology", "note", "致歉")
                        .status())
                .as("a word is no money")
                .isEqualTo(303);
        assertThat(agent.look(page(ticket)).page()).contains("致歉");
    }

    @Test
    void whoever_has_it_on_the_ticket_is_left_out_of_the_run_with_the_reason_but_not_of_what_is_owed()
            throws Exception {
        Town town = towns.found(2);
        List<TicketId> reported = new ArrayList<>();
        UUID outage = towns.outage(
                town,
                BEGAN,
                THREE_DAYS,
                () -> reported.add(report(town, town.lines().getFirst())));
        Browser agent = Browser.of(web, town.agent());
        give(agent, reported.getFirst(), "10");
        String run = posted(town, outage);

        assertThat(byChoice(town, town.customers().getFirst())).containsExactly(yuan("10.00"));
        assertThat(byChoice(town, town.customers().get(1))).containsExactly(yuan("0.60"));
        Browser head = Browser.of(web, town.head());
        assertThat(head.look(run).page()).contains("Has it already");
        assertThat(new String(head.bytes(run + "/customers.csv"), java.nio.charset.StandardCharsets.UTF_8).lines())
                .anyMatch(row -> row.startsWith("客户0,") && row.contains("3.00,0.00,0.00,3.00,"))
                .anyMatch(row -> row.startsWith("客户1,") && row.contains("3.00,0.00,0.60,3.60"));
    }

    @Test
    void of_two_tickets_of_one_outage_joined_or_not_the_second_is_refused_and_names_the_first() throws Exception {
        Town town = towns.found(1);
        Line second = towns.line(
                town.command(),
                town.customers().getFirst(),
                "0571-7000 0001",
                town.lines().getFirst().area(),
                "30.00");
        List<TicketId> reported = new ArrayList<>();
        towns.outage(town, BEGAN, THREE_DAYS, () -> {
            reported.add(report(town, town.lines().getFirst()));
            reported.add(report(town, second));
        });
        TicketId one = reported.get(0);
        TicketId other = reported.get(1);
        assertThat(other).isNotEqualTo(one);
        Browser agent = Browser.of(web, town.agent());
        give(agent, one, "10");
        String number = tickets.get(town.agent(), one).number().toString();

        refused(agent, other, number, "the same outage");
        joins.join(town.head(), other, one, "同一次断网");
        refused(agent, other, number, "the same outage");
        assertThat(byChoice(town, town.customers().getFirst())).containsExactly(yuan("10.00"));
    }

    private static void refused(Browser agent, TicketId ticket, String number, String why) throws Exception {
        assertThat(agent.look(page(ticket)).page()).contains("This failure is compensated already", number, why);
        give(agent, ticket, "12");
        assertThat(agent.look(page(ticket)).page())
                .contains("The same failure was compensated with ¥10.00", "(ticket " + number + ")");
    }
}
