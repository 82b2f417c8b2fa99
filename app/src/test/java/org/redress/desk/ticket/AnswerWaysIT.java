package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** An answer in words goes by the way that was chosen; a call or a visit is noted and writes nothing. */
@RedressIT
@Tag("S5.4")
class AnswerWaysIT {

    private static final String WORDS = "查实为我方责任，多收的318.40元已退回。";

    private static final Map<Channel, String> WRITTEN =
            Map.of(Channel.SMS, "+8613812342046", Channel.EMAIL, "zhou@example.com", Channel.LETTER, "枫林路7号2单元301");

    @Autowired
    Tickets tickets;

    @Autowired
    Offices offices;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private Actor lin;
    private Ticket ticket;

    private record Told(
            String channel, String address, @Nullable String answer) {}

    @BeforeEach
    void open() {
        lin = offices.hire(offices.found(), Posts.AGENT, "1");
        CustomerDraft zhou = new CustomerDraft(
                "desk", null, "周女士", "13812342046", "+8613812342046", "zhou@example.com", "枫林路7号2单元301");
        Ticket opened = tickets.open(
                lin, new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "账单多收", "账单多收了钱。", zhou, null, null, null));
        ticket = done(tickets.step(lin, opened.id(), opened.version(), Step.START, null));
    }

    private static Ticket done(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    private List<Told> answers() {
        return jdbc.sql("""
                        select channel, address, parameters ->> 'answer' as answer from notification.message
                         where bureau = ? and subject = ? and code = 'ticket.answered'
                        """)
                .params(lin.bureau().value(), ticket.id().value())
                .query((row, n) -> new Told(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void an_answer_is_written_to_the_customer_by_the_way_that_was_chosen(Channel by) {
        Ticket answered = done(tickets.answer(lin, ticket.id(), ticket.version(), by, WORDS));

        assertThat(answered.reply().answeredAt()).isNotNull();
        assertThat(tickets.story(lin, ticket.id()).entries())
                .filteredOn(TicketStory.Answered.class::isInstance)
                .hasSize(1);
        String address = WRITTEN.get(by);
        if (address == null) {
            assertThat(answers()).isEmpty();
        } else {
            assertThat(answers()).singleElement().satisfies(told -> {
                assertThat(told.channel()).isEqualTo(by.name());
                assertThat(told.address()).contains(address);
                assertThat(told.answer()).isEqualTo(WORDS);
            });
        }
    }

    private Ticket begun(@Nullable CustomerDraft customer) {
        Ticket opened = tickets.open(
                lin, new NewTicket(TicketKind.COMPLAINT, Channel.EMAIL, "账单多收", "账单多收了钱。", customer, null, null, null));
        return done(tickets.step(lin, opened.id(), opened.version(), Step.START, null));
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"SMS", "EMAIL", "LETTER"})
    void nothing_is_recorded_as_written_where_there_is_nowhere_to_write_to(Channel by) {
        CustomerDraft mailOnly = new CustomerDraft("desk", null, "吴女士", null, null, "wu@example.com", null);
        CustomerDraft landLine = new CustomerDraft("desk", null, "郑先生", "0791-6212345", "+867916212345", null, null);
        for (@Nullable CustomerDraft customer : Arrays.asList(null, landLine, mailOnly)) {
            if (mailOnly.equals(customer) && by == Channel.EMAIL) {
                continue;
            }
            Ticket one = begun(customer);

            assertThatThrownBy(() -> tickets.answer(lin, one.id(), one.version(), by, WORDS))
                    .isInstanceOfSatisfying(Problem.class, refused -> {
                        assertThat(refused.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
                        assertThat(refused.code()).isEqualTo("ticket.answer.noway");
                        assertThat(refused.arguments()).containsExactly(false, mailOnly.equals(customer), false);
                    });

            assertThat(tickets.get(lin, one.id()))
                    .as("the reply is owed still")
                    .isEqualTo(one)
                    .extracting(now -> now.reply().owed())
                    .isEqualTo(true);
            done(tickets.answer(lin, one.id(), one.version(), Channel.HOT_LINE, WORDS));
        }
    }

    @Test
    void the_form_offers_no_way_that_is_not_there_and_the_refusal_names_those_that_are() throws Exception {
        Browser desk = Browser.of(web, lin);
        assertThat(offered(desk, begun(null)))
                .contains("\"HOT_LINE\"", "\"VISIT\"")
                .doesNotContain("\"SMS\"", "\"EMAIL\"", "\"LETTER\"");
        assertThat(offered(desk, ticket)).contains("\"SMS\"", "\"EMAIL\"", "\"LETTER\"");

        Ticket mailed = begun(new CustomerDraft("desk", null, "吴女士", null, null, "wu@example.com", null));
        String path = "/tickets/" + mailed.id().value();
        assertThat(offered(desk, mailed)).contains("\"EMAIL\" selected").doesNotContain("\"SMS\"", "\"LETTER\"");
        Browser.Answer refused =
                desk.send(path + "/answer", "version", Integer.toString(mailed.version()), "by", "SMS", "text", WORDS);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page())
                .contains(WORDS, "It can go by e-mail, by phone or in person")
                .doesNotContain("by text message");
    }

    /** The ways in the form of the answer. */
    private static String offered(Browser desk, Ticket of) throws Exception {
        String page = desk.look("/tickets/" + of.id().value()).page();
        int from = page.indexOf("name=\"by\"");
        return page.substring(from, page.indexOf("</select>", from));
    }
}
