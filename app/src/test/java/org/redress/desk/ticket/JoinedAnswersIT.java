package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.Consents;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S5.4")
class JoinedAnswersIT {

    @Autowired
    Tickets tickets;

    @Autowired
    Joins joins;

    @Autowired
    JoinedAnswers answers;

    @Autowired
    Offices offices;

    @Autowired
    Consents consents;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor head;
    private Ticket lead;
    private Ticket wang;
    private Ticket zhao;
    private Ticket nobody;

    @BeforeEach
    void open() {
        command = offices.found();
        head = offices.hire(command, Posts.HEAD, "gao");
        lead = joined(null, "周敏芝", "13812340001", null);
        wang = joined(lead, "王大海", null, "wang.dahai@example.org");
        zhao = joined(wang, "赵小兰", "13812340003", null);
        nobody = joined(lead, null, null, null);
    }

    private Ticket joined(@Nullable Ticket to, @Nullable String name, @Nullable String phone, @Nullable String mail) {
        CustomerDraft customer = name == null
                ? null
                : new CustomerDraft("desk", null, name, phone, phone == null ? null : "+86" + phone, mail, null);
        Ticket ticket = tickets.open(
                head,
                new NewTicket(TicketKind.SUGGESTION, Channel.HOT_LINE, "小区断网", "小区断网", customer, "枫林镇", null, null));
        if (to != null) {
            assertThat(joins.join(head, ticket.id(), to.id(), null)).isInstanceOf(JoinResult.Joined.class);
        }
        return ticket;
    }

    private StepResult close() {
        Ticket now = tickets.get(head, lead.id());
        if (now.state() == TicketState.ACKNOWLEDGED) {
            tickets.step(head, lead.id(), now.version(), Step.START, null);
            now = tickets.get(head, lead.id());
            tickets.step(head, lead.id(), now.version(), Step.RESOLVE, null);
        }
        now = tickets.get(head, lead.id());
        return tickets.close(head, lead.id(), now.version(), new Without("电话里当场说了", "无需落实", null));
    }

    private JoinedAnswers.Sent answer(String text) {
        JoinedAnswers.Outcome outcome =
                answers.answer(head, lead.id(), answers.owed(head, lead.id()).seen(), text);
        assertThat(outcome).isInstanceOf(JoinedAnswers.Sent.class);
        return (JoinedAnswers.Sent) outcome;
    }

    /** What goes out, by whom it goes to: every text that the product has of it. */
    private String sentTo(String address) {
        return String.join(
                "\n",
                jdbc.sql("""
                                select mark || ' ' || parameters::text from notification.message
                                 where bureau = ? and code = 'ticket.answered' and address = ?
                                """)
                        .params(head.bureau().value(), address)
                        .query(String.class)
                        .list());
    }

    @Test
    void closing_the_lead_with_an_unanswered_complainant_is_refused_and_names_them() {
        assertThat(close()).isInstanceOfSatisfying(StepResult.Refused.class, refused -> {
            assertThat(refused.reasons()).contains("ticket.closing.joined");
            assertThat(refused.unanswered()).containsExactly(wang.number(), zhao.number(), nobody.number());
        });
    }

    @Test
    void one_action_answers_each_about_their_own_ticket_and_tells_nobody_of_another() {
        JoinedAnswers.Sent sent = answer("光缆已修复，给您添麻烦了。");
        assertThat(sent.answered()).containsExactly(lead.number(), wang.number(), zhao.number());
        assertThat(sent.left()).containsExactly(nobody.number());
        assertThat(sentTo("+8613812340001")).contains(lead.number().toString(), "光缆已修复");
        assertThat(sentTo("wang.dahai@example.org"))
                .contains(wang.number().toString(), "光缆已修复")
                .doesNotContain(lead.number().toString(), zhao.number().toString(), "周敏芝", "赵小兰", "138");
        assertThat(sentTo("+8613812340003"))
                .contains(zhao.number().toString())
                .doesNotContain(lead.number().toString(), wang.number().toString(), "王大海");
        assertThat(answer("再说一遍").answered()).isEmpty();
        assertThat(close())
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refused -> assertThat(refused.unanswered()).containsExactly(nobody.number()));
        Ticket alone = tickets.get(head, nobody.id());
        tickets.answer(head, alone.id(), alone.version(), Channel.VISIT, "上门说明了");
        assertThat(close()).isInstanceOf(StepResult.Done.class);
    }

    @Test
    void a_way_that_the_customer_declined_is_no_answer() {
        consents.note(command, Objects.requireNonNull(lead.customer()), ReachPoint.Kind.MOBILE, false, "不要短信");
        assertThat(answer("光缆已修复。").left()).containsExactly(lead.number(), nobody.number());
        Ticket waiting = tickets.get(head, lead.id());
        assertThat(waiting.reply().answeredAt()).isNull();
        assertThat(waiting.reply().dueAt()).isNotNull();
        assertThatThrownBy(() -> tickets.answer(head, lead.id(), waiting.version(), Channel.SMS, "光缆已修复。"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("ticket.answer.declined"));
        assertThat(tickets.get(head, lead.id())).isEqualTo(waiting);
    }

    @Test
    void a_customer_who_spoke_again_after_an_answer_is_answered_with_the_others() {
        answer("光缆已修复。");
        tickets.spoke(head, wang.id(), Channel.HOT_LINE, "又断了");
        assertThat(answers.owed(head, lead.id()).joined()).containsExactly(wang.number(), nobody.number());
    }

    @Test
    void a_text_that_speaks_of_one_of_them_goes_to_none() {
        for (String text : List.of(
                "周敏芝女士：光缆已修复。", "已致电138-1234-0003说明。", "请联系Wang.Dahai@example.org。", "详见" + zhao.number() + "。")) {
            assertThatThrownBy(() -> answer(text))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo("ticket.answerall.personal"));
        }
        assertThat(answers.owed(head, lead.id()).joined()).hasSize(3);
    }

    @Test
    void the_page_of_the_lead_shows_who_waits_and_answers_them_all() throws Exception {
        Browser browser = Browser.of(web, head);
        String page = "/tickets/" + lead.id().value();
        assertThat(browser.look(page).page()).contains("Not answered", "Answer all 3 who have had no answer");
        assertThat(send(browser, seen(browser), "赵小兰那边已修好").page()).contains("This text names one of them", "赵小兰那边已修好");
        send(browser, seen(browser), "光缆已修复。");
        assertThat(browser.look(page).page()).contains("Answer the one who has had no answer");
    }

    private String seen(Browser browser) throws Exception {
        Matcher shown = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"")
                .matcher(browser.look("/tickets/" + lead.id().value()).page());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private Browser.Answer send(Browser browser, String seen, String text) throws Exception {
        return browser.send(
                "/tickets/" + lead.id().value() + "/answer-all",
                "version",
                Integer.toString(tickets.get(head, lead.id()).version()),
                "seen",
                seen,
                "text",
                text);
    }

    @Test
    void what_one_of_them_said_after_the_page_was_opened_is_not_answered_unread() throws Exception {
        Browser browser = Browser.of(web, head);
        String seen = seen(browser);
        tickets.spoke(head, wang.id(), Channel.HOT_LINE, "又断了");
        Browser.Answer refused = send(browser, seen, "光缆已修复。");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page()).contains("r-conflict", "光缆已修复。");
        assertThat(answers.owed(head, lead.id()).joined()).hasSize(3);
        assertThat(sentTo("+8613812340001")).isEmpty();

        assertThat(send(browser, seen(browser), "光缆已修复。").next()).startsWith("/tickets/");
        assertThat(answers.owed(head, lead.id()).joined()).containsExactly(nobody.number());
    }

    @Test
    void who_was_answered_and_spoke_again_or_joined_since_was_not_seen() {
        answer("光缆已修复。");
        SeenTickets seen = answers.owed(head, lead.id()).seen();
        tickets.spoke(head, zhao.id(), Channel.HOT_LINE, "还是不行");
        assertThat(answers.answer(head, lead.id(), seen, "再等等")).isInstanceOf(JoinedAnswers.Overtaken.class);
        SeenTickets then = answers.owed(head, lead.id()).seen();
        joined(lead, "孙一", "13812340009", null);
        assertThat(answers.answer(head, lead.id(), then, "再等等")).isInstanceOf(JoinedAnswers.Overtaken.class);
        assertThat(answer("再等等").answered()).hasSize(2);
    }

    @Test
    void what_a_colleague_did_that_has_nothing_to_do_with_the_answer_holds_nothing_up() {
        SeenTickets seen = answers.owed(head, lead.id()).seen();
        Ticket now = tickets.get(head, wang.id());
        tickets.settle(head, wang.id(), now.version(), "已更换光缆");
        assertThat(answers.answer(head, lead.id(), seen, "光缆已修复。")).isInstanceOf(JoinedAnswers.Sent.class);
    }
}
