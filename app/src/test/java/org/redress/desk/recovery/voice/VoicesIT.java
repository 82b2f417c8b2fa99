package org.redress.desk.recovery.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.SomeFailures;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.Redactions;
import org.redress.ground.trail.Trail;
import org.redress.ground.trail.TrailEntry;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S8.5")
class VoicesIT {

    @Autowired
    Voices voices;

    @Autowired
    SomeFailures failures;

    @Autowired
    Tickets tickets;

    @Autowired
    Redactions redactions;

    @Autowired
    Offices offices;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor lin;
    private Ticket ticket;
    private String sheet;
    private String page;

    @BeforeEach
    void complain() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "lin");
        ticket = failures.complaint(lin, Mood.ANGRY);
        sheet = "/tickets/" + ticket.id().value();
        page = sheet + "/voice";
    }

    private static NewVoice wants(String words) {
        return new NewVoice(Said.WANTS, words, null);
    }

    private Voice latest() {
        return voices.latest(lin, ticket.id()).orElseThrow();
    }

    @Test
    void a_ticket_of_a_failure_nudges_until_its_customer_was_asked() throws Exception {
        Browser browser = Browser.of(web, lin);
        assertThat(browser.look(sheet).page()).contains("Not asked yet", "action=\"" + page + "\"");
        assertThat(browser.look(sheet + "?lang=zh-CN").page()).contains("还没问");
        browser.look(sheet + "?lang=en");
        String key = UUID.randomUUID().toString();
        String[] typed = {"said", "WANTS", "from", "", "words", "今天<b>修好</b>，并当面道歉"};
        assertThat(browser.sendAgain(key, page, typed).next()).isEqualTo(sheet + "#voice");
        assertThat(browser.sendAgain(key, page, typed).next()).isEqualTo(sheet + "#voice");
        assertThat(voices.of(lin, ticket.id())).as("a second click").hasSize(1);
        assertThat(browser.look(sheet).page())
                .contains("今天&lt;b&gt;修好&lt;/b&gt;", "data-user-content>员工lin")
                .doesNotContain("Not asked yet");
        assertThat(trail.of(command, "ticket", ticket.id().value(), 10))
                .extracting(TrailEntry::deed)
                .contains("voice.record");
    }

    @Test
    void who_says_something_else_later_is_recorded_again_and_the_latest_counts() throws Exception {
        voices.record(lin, ticket.id(), wants("退一个月的费"));
        voices.record(lin, ticket.id(), new NewVoice(Said.LEFT_TO_US, "这句不留", null));
        assertThat(voices.of(lin, ticket.id())).extracting(Voice::words).containsExactly("", "退一个月的费");
        assertThat(latest().said()).isEqualTo(Said.LEFT_TO_US);
        Browser browser = Browser.of(web, lin);
        assertThat(browser.look(sheet).page()).contains("They leave it to us", "Asked 2 times");
        assertThat(browser.look(page).page()).contains("退一个月的费").doesNotContain("这句不留");
        assertThat(browser.look(page + "?lang=zh-CN").page()).contains("由我们看着办", "询问人");
    }

    @Test
    void it_can_be_taken_from_a_contact_of_the_ticket_and_of_no_other() {
        Contact spoke = failures.again(lin, ticket, Mood.CALM, "你们先把线修好，钱的事以后再说");
        voices.record(lin, ticket.id(), new NewVoice(Said.WANTS, " ", spoke.id()));
        assertThat(latest().words()).isEqualTo("你们先把线修好，钱的事以后再说");
        assertThat(latest().from()).isEqualTo(spoke.id());
        voices.record(lin, ticket.id(), new NewVoice(Said.WANTS, "先把线修好", spoke.id()));
        assertThat(latest().words()).isEqualTo("先把线修好");

        ContactId foreign =
                failures.contact(lin, TicketKind.COMPLAINT, Mood.CALM, "别人的话").id();
        assertThatThrownBy(() -> voices.record(lin, ticket.id(), new NewVoice(Said.WANTS, "", foreign)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("contact.absent");
        assertThat(voices.of(lin, ticket.id())).hasSize(2);
    }

    @Test
    void words_that_cannot_be_kept_come_back_with_what_was_typed() throws Exception {
        Browser browser = Browser.of(web, lin);
        Browser.Answer empty = browser.send(page, "said", "WANTS", "words", "  ");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page()).contains("Something must be written here", "aria-invalid=\"true\"");
        String long1 = "长".repeat(Voices.LONGEST + 1);
        assertThat(browser.send(page, "said", "WANTS", "words", long1).page()).contains("1,000 characters", long1);
        assertThat(browser.send(page, "said", "NOTHING", "words", "x").page())
                .contains("Choose one of those that are offered");
        assertThat(browser.send(page, "said", "WANTS", "words", "x", "from", "no-id")
                        .status())
                .isEqualTo(404);
        assertThat(voices.of(lin, ticket.id())).isEmpty();
        voices.record(lin, ticket.id(), wants("长".repeat(Voices.LONGEST)));
        assertThat(latest().words()).hasSize(Voices.LONGEST);
    }

    @Test
    void only_who_works_on_the_ticket_records_it_and_only_while_it_is_open() throws Exception {
        Actor elsewhere = offices.hireElsewhere(command, Posts.AGENT, "ye");
        assertThatThrownBy(() -> voices.record(elsewhere, ticket.id(), wants("x")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("access");
        assertThat(Browser.of(web, elsewhere).look(sheet).page())
                .contains("Not asked yet")
                .doesNotContain("action=\"" + page + "\"");
        assertThat(voices.of(elsewhere, ticket.id())).isEmpty();

        assertThat(tickets.step(lin, ticket.id(), ticket.version(), Step.CANCEL, "撤回"))
                .isInstanceOf(StepResult.Done.class);
        assertThat(voices.record(lin, ticket.id(), wants("x"))).isInstanceOf(VoiceResult.Ended.class);
        assertThat(Browser.of(web, lin).look(sheet).page()).doesNotContain("Not asked yet");
        Actor stranger = offices.hire(offices.found(), Posts.HEAD, "gao");
        assertThatThrownBy(() -> voices.of(stranger, ticket.id())).isInstanceOf(Problem.class);
    }

    @Test
    void what_was_said_is_never_changed_and_is_blacked_out_with_its_customer() {
        voices.record(lin, ticket.id(), wants("周慧芳说：到家里给我修好"));
        UUID id = latest().id().value();
        assertThatThrownBy(() -> jdbc.sql("update recovery.voice set asked_at = now() where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("delete from recovery.voice where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);

        Actor chief = offices.hire(command, Posts.GENERAL_MANAGER, "wei");
        assertThat(tickets.step(lin, ticket.id(), ticket.version(), Step.CANCEL, "撤回"))
                .isInstanceOf(StepResult.Done.class);
        redactions.redact(chief, SomeFailures.customer(ticket), "客户要求");
        assertThat(latest().words()).doesNotContain("周慧芳").contains("给我修好");
    }
}
