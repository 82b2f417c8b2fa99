package org.redress.desk.recovery.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.contact.NewContact;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Grade;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.Segment;
import org.redress.ground.party.Standing;
import org.redress.ground.party.Standings;
import org.redress.ground.rulebook.Revision;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.RecurringJob;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.3")
class SeveritiesIT {

    @Autowired
    private Offices offices;

    @Autowired
    private Severities severities;

    @Autowired
    private SeverityBacklog backlog;

    @Autowired
    private Rulebook rulebook;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Joins joins;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Standings standings;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private UserDetailsService signIn;

    @Autowired
    private MockMvc pages;

    @Autowired
    @org.springframework.beans.factory.annotation.Qualifier("watchSeverity")
    private RecurringJob watch;

    private Actor command;
    private Actor agent;
    private String name;

    @BeforeEach
    void found() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "2");
        name = Offices.signIn(command, "2");
    }

    @Test
    void it_follows_type_mood_repetition_and_what_the_customer_is_to_the_house() {
        TicketId first = ticket("断网，上不了网");
        deliveries.await(agent);
        assertThat(points(first, Addend.What.TYPE)).isEqualTo(12);
        assertThat(points(first, Addend.What.REPEAT)).isZero();

        TicketId second = ticket("断网，家里没网");
        contacts.record(
                agent,
                new NewContact(
                        new ContactId(Ids.next()),
                        Channel.HOT_LINE,
                        new NewContact.Newcomer(customer()),
                        "我要投诉！",
                        Mood.FURIOUS,
                        null,
                        null,
                        new NewContact.About(second)));
        standings.put(
                command,
                new Standing(
                        Objects.requireNonNull(tickets.get(agent, second).customer()),
                        Segment.KEY_ACCOUNT,
                        Money.of(CurrencyUnit.of("CNY"), new BigDecimal("520.00")),
                        LocalDate.of(2020, 1, 1),
                        null));
        deliveries.await(agent);

        assertThat(points(second, Addend.What.REPEAT)).isEqualTo(12);
        assertThat(points(second, Addend.What.MOOD)).isEqualTo(15);
        assertThat(points(second, Addend.What.SEGMENT)).isEqualTo(12);
        assertThat(points(second, Addend.What.VALUE)).isEqualTo(5);
        assertThat(severities.of(agent, second).points()).isEqualTo(56);
        assertThat(severities.of(agent, second).grade()).isEqualTo(Grade.GRAVE);
    }

    @Test
    void what_is_joined_repeats_nothing_and_does_again_once_it_is_parted() {
        TicketId first = ticket("断网，上不了网");
        TicketId second = ticket("断网，家里没网");
        TicketId third = ticket("断网，全家上不了网");
        deliveries.await(agent);
        int often = points(third, Addend.What.REPEAT);
        assertThat(points(second, Addend.What.REPEAT)).isPositive().isLessThan(often);

        joins.join(agent, second, first, null);
        deliveries.await(agent);
        assertThat(points(second, Addend.What.REPEAT)).isZero();
        assertThat(points(third, Addend.What.REPEAT)).as("of one matter less").isBetween(1, often - 1);

        joins.part(agent, second, null);
        deliveries.await(agent);
        assertThat(points(second, Addend.What.REPEAT)).isPositive();
        assertThat(points(third, Addend.What.REPEAT)).isEqualTo(often);
    }

    @Test
    void what_the_message_says_twice_is_kept_once() {
        TicketId ticket = ticket("断网，上不了网");
        deliveries.await(agent);
        Severity before = severities.of(agent, ticket);

        severities.reckon(command.bureau(), List.of(ticket, ticket));

        assertThat(severities.of(agent, List.of(ticket))).hasSize(1);
        assertThat(severities.of(agent, ticket).addends()).isEqualTo(before.addends());
    }

    @Test
    void the_ticket_shows_every_addend_with_its_fact_and_the_rule_behind_it() throws Exception {
        TicketId ticket = ticket("断网，上不了网");

        String page = pages.perform(
                        get("/tickets/" + ticket.value() + "?lang=en").with(user(signIn.loadUserByUsername(name))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("id=\"severity\"", "Minor, 12 points", "/rules/severity.type.slow-unavailable")
                .contains("Without service", "service was not gone", "Money in dispute", "not recorded");
    }

    @Test
    void the_most_severe_come_first() throws Exception {
        TicketId plain = ticket("发票没有开");
        TicketId grave = ticket("断网，上不了网");
        deliveries.await(agent);

        assertThat(severities.worst(agent, Integer.MAX_VALUE, new java.util.UUID(-1, -1), 10))
                .extracting(SeverityRows.Ranked::ticket)
                .containsExactly(grave, plain);
        assertThat(pages.perform(get("/severity").with(user(signIn.loadUserByUsername(name))))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .containsSubsequence(
                        "12分", grave.value().toString(), "6分", plain.value().toString());
    }

    @Test
    void what_a_file_brought_is_rated_by_the_watch_and_a_look_at_it_keeps_nothing() {
        TicketId ticket = ticket("断网，上不了网");
        deliveries.await(agent);
        jdbc.sql("delete from recovery.severity where bureau = ? and ticket = ?")
                .params(command.bureau().value(), ticket.value())
                .update();
        jdbc.sql("update ticket.ticket set severity = -1, grade = null where bureau = ?")
                .param(command.bureau().value())
                .update();

        int points = severities.of(agent, ticket).points();
        assertThat(points).isPositive();
        assertThat(severities.of(agent, List.of(ticket))).isEmpty();

        look();
        assertThat(severities.worst(agent, Integer.MAX_VALUE, new java.util.UUID(-1, -1), 10))
                .extracting(SeverityRows.Ranked::ticket)
                .containsExactly(ticket);
        assertThat(onTicket(ticket)).isEqualTo(points);
    }

    /** What the desk's lists sort and narrow by. */
    private int onTicket(TicketId ticket) {
        return jdbc.sql("select severity from ticket.ticket where bureau = ? and id = ?")
                .params(command.bureau().value(), ticket.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void a_changed_rule_reaches_what_was_reckoned_before_and_until_then_the_list_says_so() throws Exception {
        TicketId looked = ticket("断网，上不了网");
        TicketId waiting = ticket("断网，家里没网");
        deliveries.await(agent);
        rulebook.revise(
                command,
                new Revision(
                        "severity.type.slow-unavailable",
                        "house",
                        new BigDecimal(20),
                        LocalDate.ofInstant(Instant.now(), command.zone()),
                        "test"));
        assertThat(points(looked, Addend.What.TYPE)).isEqualTo(20);
        assertThat(list()).contains("按旧规则计算");

        look();
        assertThat(severities.of(agent, List.of(waiting)).get(waiting))
                .isNotNull()
                .satisfies(one -> assertThat(one.addends().getFirst().points()).isEqualTo(20));
        assertThat(list()).doesNotContain("按旧规则计算");
        assertThat(onTicket(looked)).isEqualTo(severities.of(agent, looked).points());
    }

    private void look() {
        backlog.look(List.of(command.bureau()), 100);
    }

    private String list() throws Exception {
        return pages.perform(get("/severity").with(user(signIn.loadUserByUsername(name))))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private int points(TicketId ticket, Addend.What what) {
        return severities.of(agent, ticket).addends().stream()
                .filter(addend -> addend.what() == what)
                .mapToInt(Addend::points)
                .sum();
    }

    private static CustomerDraft customer() {
        return new CustomerDraft("desk", null, "周女士", "13812342046", "+8613812342046", null, null);
    }

    private TicketId ticket(String text) {
        return tickets.open(
                        agent,
                        new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, "", text, customer(), null, null, null))
                .id();
    }

    @Test
    void the_desk_shows_it_sorts_by_it_and_narrows_by_it() throws Exception {
        TicketId mild = ticket("请问怎么查话费余额");
        TicketId bad = ticket("断网，上不了网");
        deliveries.await(agent);
        int worst = severities.of(agent, bad).points();
        Grade grade = severities.of(agent, bad).grade();
        assertThat(worst).isGreaterThan(severities.of(agent, mild).points());
        String page = desk("/desk?view=open&order=SEVERITY&lang=en");
        assertThat(page)
                .contains("Most severe first", " " + worst + "</span>")
                .contains("class=\"r-chip\" data-s=\"" + grade.look() + "\"");
        assertThat(page.indexOf("/tickets/" + bad.value())).isLessThan(page.indexOf("/tickets/" + mild.value()));
        assertThat(desk("/desk?view=open&severity=CRITICAL&lang=en")).doesNotContain("/tickets/" + mild.value());
        pages.perform(get("/desk?view=open&order=SEVERITY&at=a_never_00000000-0000-0007-0000-000000000009")
                        .with(user(signIn.loadUserByUsername(name))))
                .andExpect(status().is4xxClientError());
    }

    private String desk(String path) throws Exception {
        return pages.perform(get(path).with(user(signIn.loadUserByUsername(name))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void what_was_reckoned_before_tickets_were_told_is_told_by_the_watch() {
        TicketId one = ticket("断网，上不了网");
        deliveries.await(agent);
        jdbc.sql("update ticket.ticket set severity = -1, grade = null where bureau = ?")
                .param(command.bureau().value())
                .update();
        jdbc.sql("update recovery.severity set marked = false where bureau = ?")
                .param(command.bureau().value())
                .update();
        watch.work().run();
        assertThat(onTicket(one)).isEqualTo(severities.of(agent, one).points());
    }
}
