package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
}
