package org.redress.desk.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactBoard;
import org.redress.desk.contact.ContactFilter;
import org.redress.desk.contact.Outcome;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.database.Ids;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.1")
class ReceptionIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Customers customers;

    @Autowired
    ContactBoard board;

    @Autowired
    Tickets tickets;

    @Autowired
    Joins joins;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor agent;
    private Browser browser;
    private CustomerId zhou;
    private UUID draft;

    @BeforeEach
    void hire() throws Exception {
        agent = offices.hire(offices.found(), Posts.AGENT, "2107");
        browser = Browser.of(web, agent);
        zhou = Objects.requireNonNull(customers
                .match(
                        agent,
                        List.of(new CustomerDraft(
                                "desk", null, "周丽华", "13812342046", "+8613812342046", null, "枫林路12号")))
                .getFirst());
        draft = Ids.next();
    }

    private String[] form(String... more) {
        return Stream.concat(
                        Stream.of(
                                "draft",
                                draft.toString(),
                                "page",
                                Ids.next().toString(),
                                "seen",
                                "0",
                                "begun",
                                Long.toString(clock.instant().toEpochMilli() - 8000)),
                        Arrays.stream(more))
                .toArray(String[]::new);
    }

    private List<Contact> all() {
        return board.page(agent, ContactFilter.MINE, null, 50).lines().stream()
                .map(line -> line.contact())
                .toList();
    }

    @Test
    void one_screen_has_the_search_in_focus_the_moods_and_a_key_for_everything_it_can_become() throws Exception {
        String page = browser.look("/contacts/new").page();

        assertThat(page)
                .contains("name=\"q\"", "autofocus", "hx-get=\"/contacts/found\"", "hx-post=\"/contacts/new/draft\"");
        for (int key = 1; key <= 8; key++) {
            assertThat(page).contains("accesskey=\"" + key + "\"");
        }
        assertThat(page).contains("Furious", "Answered at once", "No customer chosen");
    }

    @Test
    void without_scripts_a_customer_is_found_and_chosen_and_nothing_typed_is_lost() throws Exception {
        String next = browser.send("/contacts/new/find", form("q", "zlh", "words", "宽带断了"))
                .next();
        assertThat(next).isEqualTo("/contacts/new?draft=" + draft + "#found");
        String found = browser.look("/contacts/new?draft=" + draft).page();
        assertThat(found).contains("周丽华", "138****2046", "value=\"" + zhou.value() + "\"", ">宽带断了</textarea>");

        String[] again =
                form("q", "zlh", "words", "宽带断了", "choose", zhou.value().toString());
        again[5] = "1";
        assertThat(browser.send("/contacts/new/choose", again).next()).isEqualTo("/contacts/new?draft=" + draft);
        String chosen = browser.look("/contacts/new?draft=" + draft).page();
        assertThat(chosen)
                .contains("name=\"customer\" value=\"" + zhou.value() + "\"", "枫林路12号")
                .contains("No service in use.", "No bill.")
                .contains("No ticket yet.", ">宽带断了</textarea>");
    }

    @Test
    void what_the_customer_has_suffered_before_stands_on_the_same_screen_repeated_failures_first() throws Exception {
        for (int i = 0; i < 2; i++) {
            tickets.openFor(
                    agent,
                    new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, "宽带断网", "宽带断网，光猫红灯。", null, null, null, null),
                    zhou);
        }

        String page = browser.look("/contacts/new?customer=" + zhou.value()).page();

        assertThat(page).contains("The same failure more than once in 30 days", "It is about this one");
        assertThat(page.indexOf("The same failure more than once")).isLessThan(page.indexOf("Has and owes"));
        assertThat(page).contains("Nothing was ever given.");
    }

    @Test
    void one_matter_that_was_told_twice_is_no_repeated_failure_and_what_was_cancelled_is_none() throws Exception {
        List<TicketId> told = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            told.add(tickets.openFor(
                            agent,
                            new NewTicket(
                                    TicketKind.FAULT, Channel.HOT_LINE, "宽带断网", "宽带断网，光猫红灯。", null, null, null, null),
                            zhou)
                    .id());
        }
        joins.join(agent, told.getLast(), told.getFirst(), "同一件事");
        String file = "/contacts/new?customer=" + zhou.value();
        assertThat(browser.look(file).page())
                .contains("A failure in the last 30 days")
                .doesNotContain("The same failure more than once");

        joins.part(agent, told.getLast(), null);
        assertThat(browser.look(file).page()).contains("The same failure more than once in 30 days (2 in all)");
        Ticket last = tickets.get(agent, told.getLast());
        tickets.step(agent, last.id(), last.version(), Step.CANCEL, "打错了");
        assertThat(browser.look(file).page())
                .contains("A failure in the last 30 days")
                .doesNotContain("The same failure more than once");
    }

    @Test
    void a_contact_is_recorded_with_one_key_and_leads_to_its_ticket() throws Exception {
        String next = browser.send(
                        "/contacts/new",
                        form(
                                "channel",
                                "COUNTER",
                                "mood",
                                "WORRIED",
                                "words",
                                "宽带断了。等着上网课。",
                                "customer",
                                zhou.value().toString(),
                                "wish",
                                "FAULT"))
                .next();

        Contact contact = all().getFirst();
        Ticket ticket =
                tickets.get(agent, Objects.requireNonNull(contact.matter().ticket()));
        assertThat(next).isEqualTo("/tickets/" + ticket.id().value());
        assertThat(ticket.customer()).isEqualTo(zhou);
        assertThat(contact.took()).isNotNull();
        String sheet = browser.look(next).page();
        assertThat(sheet).contains("Contacts about this ticket", "Worried", "Recorded. You answer for it.");
        assertThat(browser.look("/contacts").page()).contains("宽带断了。等着上网课。", "Today: recorded in", "138****2046");
        assertThat(browser.look("/contacts/" + contact.id().value()).page())
                .contains("Made a ticket", "Recording took");
        assertThat(browser.look("/customers/" + zhou.value()).page())
                .contains("周丽华", "138****2046", "宽带断了。等着上网课。")
                .doesNotContain("13812342046");
        assertThat(browser.send("/customers/" + zhou.value() + "/reveal").page())
                .contains("13812342046");
    }

    @Test
    void what_cannot_be_taken_is_said_at_its_field_and_everything_typed_stays() throws Exception {
        Browser.Answer refused = browser.send(
                "/contacts/new",
                form(
                        "words",
                        "多收了。",
                        "phone",
                        "none",
                        "email",
                        "not an address",
                        "spoken",
                        "yesterday",
                        "subject",
                        "a\u0000b",
                        "wish",
                        "nothing"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page())
                .contains("There is no figure in it", "An e-mail address looks like", "Give a date and time, e.g.")
                .contains("Choose how the customer was.", "Choose what it becomes.", "control characters")
                .contains(">多收了。</textarea>", "value=\"none\"", "value=\"not an address\"");
        assertThat(browser.send(
                                "/contacts/new",
                                form("words", "x", "mood", "CALM", "spoken", "2999-01-01T00:00", "wish", "FAULT"))
                        .page())
                .contains("between 20 years ago and now");
        Browser.Answer huge = browser.send(
                "/contacts/new", form("words", "x", "mood", "CALM", "subject", "m".repeat(1 << 20), "wish", "FAULT"));
        assertThat(huge.status()).isEqualTo(422);
        assertThat(huge.page()).contains("At most 300 characters");
        assertThat(browser.send("/contacts/new", form("words", "x", "mood", "CALM", "wish", "ANSWERED"))
                        .page())
                .contains("Something must be written here.");
        assertThat(all()).isEmpty();
    }

    /** Zammad #5953, GLPI #17452: a draft was gone with its tab. */
    @Test
    void a_draft_survives_a_closed_browser_and_is_offered_in_another_to_its_writer_alone() throws Exception {
        browser.send(
                "/contacts/new/draft",
                form(
                        "words",
                        "说到一半电脑黑屏了",
                        "mood",
                        "ANGRY",
                        "customer",
                        zhou.value().toString()));

        Browser other = Browser.of(web, agent);
        assertThat(other.look("/contacts/new").page()).contains("Begun and not recorded", "说到一半电脑黑屏了");
        assertThat(other.look("/contacts/new?draft=" + draft).page())
                .contains(">说到一半电脑黑屏了</textarea>", "value=\"ANGRY\" checked", "周丽华");
        Actor colleague = offices.hire(offices.found(), Posts.AGENT, "1");
        assertThat(Browser.of(web, colleague)
                        .look("/contacts/new?draft=" + draft)
                        .status())
                .isEqualTo(404);

        assertThat(other.send("/contacts/drafts/" + draft + "/discard").next()).isEqualTo("/contacts/new");
        assertThat(other.look("/contacts/new").page()).doesNotContain("说到一半电脑黑屏了");
    }

    @Test
    void a_second_window_does_not_write_over_the_first_in_silence() throws Exception {
        browser.send("/contacts/new/draft", form("words", "第一个窗口"));

        Browser.Answer second = browser.send("/contacts/new/draft", form("words", "第二个窗口"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page()).contains("Another window has gone on", ">第二个窗口</textarea>");
        assertThat(browser.look("/contacts/new?draft=" + draft).page()).contains(">第一个窗口</textarea>");
    }

    @Test
    void a_save_that_arrives_after_the_window_was_left_writes_nothing_over_what_was_chosen() throws Exception {
        String[] typing = form("words", "宽带断了");
        browser.send("/contacts/new/draft", typing);
        String[] choosing = Stream.concat(
                        Arrays.stream(typing), Stream.of("choose", zhou.value().toString()))
                .toArray(String[]::new);
        choosing[5] = "1";
        browser.send("/contacts/new/choose", choosing);

        typing[5] = "0";
        assertThat(browser.send("/contacts/new/draft", typing).status()).isEqualTo(409);
        assertThat(browser.look("/contacts/new?draft=" + draft).page())
                .contains("name=\"customer\" value=\"" + zhou.value() + "\"");
    }

    /** RT, Znuny: the same request twice made two tickets. */
    @Test
    void the_same_form_twice_and_the_same_draft_from_two_browsers_make_one_contact() throws Exception {
        String key = UUID.randomUUID().toString();
        String[] form = form("words", "只一次。", "mood", "CALM", "wish", "ENQUIRY");

        Browser.Answer first = browser.sendAgain(key, "/contacts/new", form);
        Browser.Answer second = browser.sendAgain(key, "/contacts/new", form);
        Browser.Answer third = Browser.of(web, agent).send("/contacts/new", form);

        assertThat(List.of(second.next(), third.next())).containsOnly(first.next());
        assertThat(all()).hasSize(1);
        // What was saved late is a contact already, and is offered no longer.
        browser.send("/contacts/new/draft", form);
        assertThat(browser.look("/contacts/new").page()).doesNotContain("Begun and not recorded");
        assertThat(browser.look("/contacts/new?draft=" + draft).next()).isEqualTo("/contacts/" + draft);
    }

    @Test
    void after_closing_a_contact_waits_on_the_tickets_page_for_a_yes_or_no() throws Exception {
        Ticket ticket = tickets.openFor(
                agent, new NewTicket(TicketKind.FAULT, Channel.HOT_LINE, "断线", "断线", null, null, null, null), zhou);
        jdbc.sql(
                        "update ticket.ticket set state = 'closed', closed_at = now() - interval '40 days' where bureau = ? and id = ?")
                .params(agent.bureau().value(), ticket.id().value())
                .update();
        String next = browser.send(
                        "/contacts/new",
                        form(
                                "words",
                                "谢谢你们",
                                "mood",
                                "PLEASED",
                                "customer",
                                zhou.value().toString(),
                                "ticket",
                                ticket.id().value().toString()))
                .next();

        assertThat(next).isEqualTo("/contacts/" + draft);
        assertThat(browser.look(next).page())
                .contains("The customer spoke after it was resolved or closed.", "Yes, take it up again");
        assertThat(browser.look("/tickets/" + ticket.id().value()).page())
                .contains("The customer spoke after it was resolved or closed.", "/contacts/" + draft + "/keep");
        assertThat(browser.look("/contacts?whose=ALL&outcome=WAITING").page()).contains("谢谢你们", "One waits for a yes");
        assertThat(browser.send("/contacts/" + draft + "/keep").next()).isEqualTo(next);
        assertThat(all().getFirst().outcome()).isEqualTo(Outcome.KEPT);
        assertThat(browser.look(next).page()).contains("It stays a contact; nothing was reopened.");
    }
}
