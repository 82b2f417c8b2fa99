package org.redress.improve.insight.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Without;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.ClockStart;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Unit;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Finding;
import org.redress.improve.insight.Findings;
import org.redress.platform.database.Moments;
import org.redress.platform.text.Words;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The closed loop on its pages: from a ticket to its cause, to what is done against it. */
@RedressIT
class LoopIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Causes causes;

    @Autowired
    Findings findings;

    @Autowired
    Ring ring;

    @Autowired
    Commitments commitments;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private Actor command;
    private Actor agent;
    private Actor quality;
    private Cause cause;

    @BeforeEach
    void hire() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "2107");
        quality = offices.hire(command, Posts.QUALITY, "31");
        cause = causes.offered(agent).stream()
                .filter(one -> one.code().equals("line.splitter"))
                .findFirst()
                .orElseThrow();
    }

    private Ticket inHand(TicketKind kind) {
        Ticket ticket = tickets.open(
                agent,
                new NewTicket(
                        kind, Channel.HOT_LINE, "Broadband is down", "since yesterday", null, "North", null, null));
        return done(tickets.step(agent, ticket.id(), ticket.version(), Step.START, null));
    }

    private Ticket resolved(TicketKind kind) {
        Ticket ticket = inHand(kind);
        ticket = done(tickets.classify(agent, ticket.id(), ticket.version(), "no-service"));
        ticket = done(tickets.answer(agent, ticket.id(), ticket.version(), Channel.HOT_LINE, "Sorry, mended"));
        ticket = done(tickets.settle(agent, ticket.id(), ticket.version(), "Splitter box changed"));
        return done(tickets.step(agent, ticket.id(), ticket.version(), Step.RESOLVE, null));
    }

    private static Ticket done(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    /** Waits until what happened to a ticket is known here. */
    private void known(TicketId id, TicketState state) {
        await().until(() -> jdbc.queryForList(
                        "select state from insight.fact where bureau = ? and ticket = ?",
                        String.class,
                        command.bureau().value(),
                        id.value())
                .contains(state.wire()));
    }

    @Test
    void what_reports_a_failure_is_not_closed_before_its_cause_is_named() throws Exception {
        Ticket ticket = resolved(TicketKind.FAULT);
        StepResult refused = tickets.close(agent, ticket.id(), ticket.version(), Without.NOTHING);
        assertThat(refused)
                .isInstanceOfSatisfying(
                        StepResult.Refused.class, no -> assertThat(no.reasons()).contains("cause.missing"));

        Browser browser = Browser.of(web, agent);
        String page = "/tickets/" + ticket.id().value();
        assertThat(browser.look(page).page()).contains("Name the cause", "Splitter box wet, drop cable worn");
        String key = UUID.randomUUID().toString();
        for (int twice = 0; twice < 2; twice++) {
            assertThat(browser.sendAgain(
                                    key,
                                    page + "/cause",
                                    "cause",
                                    cause.id().value().toString(),
                                    "note",
                                    "Box full of water")
                            .next())
                    .isEqualTo(page);
        }
        assertThat(findings.of(agent, ticket.id())).hasSize(1);
        assertThat(browser.look(page).page()).contains("Box full of water");

        Ticket closed = done(tickets.close(agent, ticket.id(), ticket.version(), Without.NOTHING));
        assertThat(closed.state()).isEqualTo(TicketState.CLOSED);
    }

    @Test
    void an_enquiry_is_closed_without_a_cause() {
        Ticket ticket = resolved(TicketKind.ENQUIRY);
        Ticket closed = done(tickets.close(agent, ticket.id(), ticket.version(), Without.NOTHING));
        assertThat(closed.state()).isEqualTo(TicketState.CLOSED);
    }

    @Test
    void another_cause_takes_the_place_of_the_first_which_stays_as_history() throws Exception {
        Ticket ticket = inHand(TicketKind.FAULT);
        Cause other = causes.offered(agent).stream()
                .filter(one -> one.code().equals("line.relapse"))
                .findFirst()
                .orElseThrow();
        findings.name(agent, ticket.id(), cause.id(), "looks wet");
        findings.name(quality, ticket.id(), other.id(), "was mended last week");
        assertThat(findings.of(agent, ticket.id())).extracting(Finding::cause).containsExactly(other.id(), cause.id());
        assertThat(Browser.of(web, agent)
                        .look("/tickets/" + ticket.id().value())
                        .page())
                .contains("was mended last week", "looks wet", "named once before");
        known(ticket.id(), TicketState.IN_PROGRESS);
        assertThat(jdbc.queryForObject(
                        "select cause from insight.fact where bureau = ? and ticket = ?",
                        UUID.class,
                        command.bureau().value(),
                        ticket.id().value()))
                .isEqualTo(other.id().value());
    }

    @Test
    void nobody_names_a_cause_too_early_or_for_a_ticket_that_is_not_theirs_to_write() throws Exception {
        Ticket early = tickets.open(
                agent, new NewTicket(TicketKind.FAULT, Channel.WEB, "Down", "down", null, null, null, null));
        String cause = this.cause.id().value().toString();
        assertThat(Browser.of(web, agent)
                        .send("/tickets/" + early.id().value() + "/cause", "cause", cause)
                        .status())
                .isEqualTo(409);
        Actor stranger = offices.hireElsewhere(command, Posts.AGENT, "77");
        assertThat(Browser.of(web, stranger)
                        .send("/tickets/" + inHand(TicketKind.FAULT).id().value() + "/cause", "cause", cause)
                        .status())
                .isEqualTo(403);
        assertThat(Browser.of(web, agent)
                        .send("/tickets/" + inHand(TicketKind.FAULT).id().value() + "/cause", "cause", "")
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Tag("S8.1")
    void the_ring_turns_from_a_ticket_to_an_action_and_each_number_leads_to_its_tickets() throws Exception {
        Ticket ticket = resolved(TicketKind.FAULT);
        findings.name(agent, ticket.id(), cause.id(), "");
        done(tickets.close(agent, ticket.id(), ticket.version(), Without.NOTHING));
        known(ticket.id(), TicketState.CLOSED);

        Browser browser = Browser.of(web, quality);
        String board = browser.look("/causes").page();
        assertThat(board).contains("1 with a cause", ticket.number().toString(), "Splitter box wet, drop cable worn");
        assertThat(browser.look("/ring/named").page()).contains(ticket.number().toString());
        assertThat(browser.look("/ring/resolved").page())
                .contains(ticket.number().toString());
        assertThat(browser.look("/ring/classified").page())
                .contains(ticket.number().toString());

        LocalDate today = LocalDate.ofInstant(clock.instant(), quality.zone());
        String due = today.plusDays(30).toString();
        Browser.Answer opened = browser.send(
                "/actions",
                "cause",
                cause.id().value().toString(),
                "what",
                "Waterproof boxes",
                "measure",
                "cases",
                "place",
                "",
                "owner",
                quality.staff().value().toString(),
                "due",
                due);
        assertThat(opened.status()).isEqualTo(303);
        assertThat(browser.send(opened.next() + "/start", "version", "1").next())
                .isEqualTo(opened.next());
        assertThat(browser.send(opened.next() + "/effect", "version", "2", "effective", today.toString())
                        .next())
                .isEqualTo(opened.next());
        assertThat(browser.look(opened.next()).page())
                .contains("A-001", "Waterproof boxes", "not yet for a full day", "Too few data");
        assertThat(browser.send(opened.next() + "/start", "version", "1").status())
                .isEqualTo(409);

        String home = browser.look("/").page();
        assertThat(home).contains("The ring", "/actions?show=today", "Closed with a cause");
        for (String href : hrefs(home)) {
            assertThat(browser.look(href).status()).as(href).isEqualTo(200);
        }
    }

    @Test
    void what_is_owed_is_shown_as_its_own_clock_says_it_not_by_the_hours_left() {
        Ticket ticket = inHand(TicketKind.COMPLAINT);
        Subject subject = Subject.ticket(ticket.id().value());
        Instant now = clock.instant();
        Instant afterMidnight = LocalDate.ofInstant(now, agent.zone())
                .plusDays(1)
                .atTime(0, 30)
                .atZone(agent.zone())
                .toInstant();
        Limit limit = new Limit((int) Duration.between(now, afterMidnight).toSeconds(), Unit.ELAPSED_SECONDS);
        commitments.start(agent, ClockStart.within(limit, subject, "fault.repair", Calendars.ALWAYS, now));
        jdbc.update(
                "update ticket.ticket set due_at = ? where bureau = ? and id = ?",
                Moments.at(afterMidnight),
                command.bureau().value(),
                ticket.id().value());
        ClockState own = commitments.of(agent, subject).getLast().state(now);
        assertThat(own).isEqualTo(ClockState.OK);
        assertThat(ring.page(agent, Words.of(Words.ENGLISH)).work())
                .singleElement()
                .satisfies(work -> assertThat(work.clock().state()).isEqualTo(own.look()));
    }

    private static List<String> hrefs(String page) {
        Matcher found = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)").matcher(page);
        return found.results()
                .map(one -> one.group(1).replace("&amp;", "&"))
                .filter(href -> !href.startsWith("/assets"))
                .distinct()
                .toList();
    }

    @Test
    void a_form_that_cannot_be_taken_comes_back_with_what_was_typed_and_why() throws Exception {
        Browser.Answer back = Browser.of(web, quality)
                .send(
                        "/actions",
                        "cause",
                        cause.id().value().toString(),
                        "what",
                        "",
                        "measure",
                        "cases",
                        "due",
                        "soon");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page()).contains("aria-invalid=\"true\"").contains("cases");
    }

    @Test
    void an_empty_bureau_says_so_and_leads_to_the_import() throws Exception {
        Actor head = offices.hire(command, Posts.HEAD, "5");
        Browser browser = Browser.of(web, head);
        assertThat(browser.look("/").page())
                .contains("No tickets yet", "href=\"/intake\"")
                .doesNotContain("r-ring-svg");
        assertThat(browser.look("/causes").page()).contains("No tickets in this period");
        assertThat(browser.look("/actions").page()).contains("No actions here");
        assertThat(browser.look("/customer-base").page()).contains("No customer base is recorded");
        assertThat(browser.look("/cases").page()).contains("No closed recovery yet", "href=\"/desk\"");
        assertThat(browser.look("/clusters").page()).contains("No cases that tell of the same thing yet");
        assertThat(browser.send("/language", "lang", "zh-CN", "path", "/").status())
                .isEqualTo(303);
        for (String path : List.of(
                "/",
                "/causes",
                "/causes?by=type",
                "/causes/tree",
                "/actions",
                "/actions/new",
                "/customer-base",
                "/cases",
                "/clusters",
                "/robust")) {
            assertThat(browser.look(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void the_base_of_customers_is_kept_on_its_page() throws Exception {
        Browser browser = Browser.of(web, quality);
        assertThat(browser.send(
                                "/customer-base",
                                "place",
                                "",
                                "from",
                                "2026-01-01",
                                "customers",
                                "41,200",
                                "source",
                                "report")
                        .next())
                .isEqualTo("/customer-base");
        assertThat(browser.look("/customer-base").page()).contains("41,200", "report");
        Browser.Answer refused = browser.send(
                "/customer-base", "place", "", "from", "2026-01-01", "customers", "many", "source", "report");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()).contains("whole number above 0", "many");
    }
}
