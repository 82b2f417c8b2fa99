package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S5.1")
class NotesIT {

    private static final String NOTE = "此客户常来闹，别理他";

    @Autowired
    Tickets tickets;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    private Actor lin;

    @BeforeEach
    void open() {
        lin = offices.hire(offices.found(), Posts.AGENT, "1");
    }

    private static Ticket done(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    /** What went out to the customer, in whole. */
    private List<String> written(TicketId ticket) {
        return jdbc.sql("""
                        select row_to_json(m)::text from notification.message m
                         where bureau = ? and subject = ? and channel <> 'IN_APP'
                        """)
                .params(lin.bureau().value(), ticket.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** By whatever way the customer is answered (brimir #412). */
    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"SMS", "EMAIL", "LETTER", "HOT_LINE"})
    void a_note_writes_to_nobody_and_no_message_on_the_way_to_the_end_carries_its_words(Channel by) {
        CustomerDraft zhou = new CustomerDraft(
                "desk", null, "周女士", "13812342046", "+8613812342046", "zhou@example.com", "枫林路7号2单元301");
        Ticket ticket = tickets.open(
                lin, new NewTicket(TicketKind.ENQUIRY, Channel.HOT_LINE, "漫游怎么收费", "漫游怎么收费？", zhou, null, null, null));
        int opened = written(ticket.id()).size();
        tickets.note(lin, ticket.id(), NOTE);
        assertThat(written(ticket.id())).as("a note is no message").hasSize(opened);

        Ticket now = done(tickets.step(lin, ticket.id(), ticket.version(), Step.START, null));
        now = done(tickets.answer(lin, ticket.id(), now.version(), by, "按流量计费。"));
        now = done(tickets.settle(lin, ticket.id(), now.version(), "已说明"));
        now = done(tickets.step(lin, ticket.id(), now.version(), Step.RESOLVE, null));
        done(tickets.close(lin, ticket.id(), now.version(), Without.NOTHING));
        deliveries.await(lin);

        assertThat(written(ticket.id())).hasSizeGreaterThan(opened).noneMatch(message -> message.contains(NOTE));
        assertThat(tickets.story(lin, ticket.id()).entries())
                .filteredOn(TicketStory.Noted.class::isInstance)
                .hasSize(1);
    }
}
