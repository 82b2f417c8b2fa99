package org.redress.desk.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.trail.Trail;
import org.redress.ground.trail.TrailEntry;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S8.6")
class FeelingsIT {

    @Autowired
    Offices offices;

    @Autowired
    Contacts contacts;

    @Autowired
    Tickets tickets;

    @Autowired
    Feelings feelings;

    @Autowired
    Moods moods;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor lin;
    private Actor gao;

    @BeforeEach
    void hire() {
        command = offices.found();
        lin = offices.hire(command, Posts.AGENT, "2107");
        gao = offices.hire(command, Posts.HEAD, "2001");
    }

    private TicketId opened(Mood mood) {
        return spoken(mood, new NewContact.Ticket(TicketKind.COMPLAINT, "宽带掉线", null, null));
    }

    private TicketId back(TicketId ticket, Mood mood) {
        return spoken(mood, new NewContact.About(ticket));
    }

    private TicketId spoken(Mood mood, NewContact.Wish wish) {
        Contact contact = contacts.record(
                lin,
                new NewContact(
                        new ContactId(Ids.next()),
                        Channel.HOT_LINE,
                        new NewContact.Anonymous(),
                        "又断了",
                        mood,
                        null,
                        null,
                        wish));
        return Objects.requireNonNull(contact.matter().ticket());
    }

    private void answer(Actor by, TicketId id) {
        Ticket ticket = tickets.get(by, id);
        assertThat(tickets.answer(by, id, ticket.version(), Channel.HOT_LINE, "我们马上处理。"))
                .isInstanceOf(StepResult.Done.class);
    }

    @Test
    void how_customers_come_back_is_counted_by_the_post_that_answered_last() {
        TicketId calmed = opened(Mood.FURIOUS);
        answer(lin, calmed);
        answer(gao, calmed);
        back(calmed, Mood.CALM);
        TicketId worse = opened(Mood.WORRIED);
        answer(lin, worse);
        back(worse, Mood.ANGRY);
        answer(lin, worse);
        back(worse, Mood.ANGRY);

        assertThat(feelings.since(command, Instant.EPOCH))
                .containsExactly(
                        new Feelings.AfterAnswers("agent", 0, 1, 1), new Feelings.AfterAnswers("head", 1, 0, 0));
    }

    @Test
    void who_comes_back_unanswered_says_nothing_of_our_answers() {
        TicketId ticket = opened(Mood.ANGRY);
        back(ticket, Mood.FURIOUS);
        answer(lin, ticket);
        back(ticket, Mood.ANGRY);
        back(ticket, Mood.CALM);
        assertThat(feelings.since(command, Instant.EPOCH)).containsExactly(new Feelings.AfterAnswers("agent", 1, 0, 0));
    }

    @Test
    void an_angry_customer_whom_only_the_desk_answered_asks_for_somebody_senior() throws Exception {
        TicketId ticket = opened(Mood.CALM);
        Browser desk = Browser.of(web, lin);
        String page = "/tickets/" + ticket.value();
        answer(lin, ticket);
        back(ticket, Mood.CALM);
        assertThat(desk.look(page).page()).doesNotContain("nobody senior");
        back(ticket, Mood.FURIOUS);
        assertThat(desk.look(page).page()).contains("nobody senior", "/senior");

        List<Contact> all = contacts.ofTicket(lin, ticket);
        String ask = "/contacts/" + all.getFirst().id().value() + "/senior";
        assertThat(desk.send(ask).next()).isEqualTo(page);
        desk.send(ask);
        assertThat(jdbc.sql("select address from notification.message where bureau = ? and code = 'contact.senior'")
                        .param(command.bureau().value())
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly(gao.staff().value().toString());

        answer(gao, ticket);
        assertThat(desk.look(page).page()).doesNotContain("nobody senior").contains("Head of team");
    }

    @Test
    void what_nobody_saw_calms_nobody_until_whoever_reads_it_says_how_it_sounds() throws Exception {
        TicketId ticket = opened(Mood.CALM);
        Browser desk = Browser.of(web, lin);
        String page = "/tickets/" + ticket.value();
        answer(lin, ticket);
        back(ticket, Mood.FURIOUS);
        back(ticket, Mood.UNKNOWN);
        assertThat(desk.look(page).page()).contains("nobody senior", "/mood");

        ContactId mail = contacts.ofTicket(lin, ticket).getFirst().id();
        String mood = "/contacts/" + mail.value() + "/mood";
        assertThat(desk.send(mood, "mood", "").status()).isEqualTo(422);
        assertThat(desk.send(mood, "mood", "CALM").next()).isEqualTo(page);
        assertThat(desk.look(page).page()).doesNotContain("nobody senior").doesNotContain("/mood");
        assertThat(trail.of(command, "contact", mail.value(), 9))
                .extracting(TrailEntry::deed)
                .contains("contact.mood");

        desk.send(mood, "mood", "FURIOUS");
        assertThat(contacts.get(lin, mail).mood()).as("what was seen stays").isEqualTo(Mood.CALM);
    }

    @Test
    void only_who_may_work_on_the_ticket_says_how_a_mail_sounds() {
        TicketId ticket = opened(Mood.CALM);
        back(ticket, Mood.UNKNOWN);
        ContactId mail = contacts.ofTicket(lin, ticket).getFirst().id();
        Actor elsewhere = offices.hireElsewhere(command, Posts.AGENT, "3101");

        assertThatThrownBy(() -> moods.see(elsewhere, mail, Mood.CALM)).isInstanceOf(Problem.class);
        assertThat(contacts.get(lin, mail).mood()).isEqualTo(Mood.UNKNOWN);
    }

    @Test
    void a_mood_that_is_said_later_counts_with_the_answer_that_came_before_it() {
        TicketId ticket = opened(Mood.FURIOUS);
        answer(lin, ticket);
        back(ticket, Mood.UNKNOWN);
        answer(gao, ticket);
        back(ticket, Mood.ANGRY);
        assertThat(feelings.since(command, Instant.EPOCH)).isEmpty();

        moods.see(lin, contacts.ofTicket(lin, ticket).get(1).id(), Mood.CALM);

        assertThat(feelings.since(command, Instant.EPOCH)).containsExactly(new Feelings.AfterAnswers("agent", 1, 0, 0));
    }

    @Test
    void the_page_says_too_few_until_there_are_enough() throws Exception {
        Browser desk = Browser.of(web, lin);
        assertThat(desk.look("/contacts/feelings").page()).contains("Nobody came back");
        TicketId ticket = opened(Mood.ANGRY);
        answer(lin, ticket);
        back(ticket, Mood.CALM);
        assertThat(desk.look("/contacts/feelings").page()).contains("Too few to say (fewer than 20)");
        for (int n = 0; n < 19; n++) {
            answer(lin, ticket);
            back(ticket, n % 2 == 0 ? Mood.ANGRY : Mood.CALM);
        }
        assertThat(desk.look("/contacts/feelings").page()).contains("50.0 %").doesNotContain("Too few");
    }
}
