package org.redress.desk.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.appeal.chain.Appeal;
import org.redress.desk.appeal.chain.AppealBoard;
import org.redress.desk.appeal.chain.AppealStep;
import org.redress.desk.appeal.hotline.Dispatch;
import org.redress.desk.appeal.hotline.Urgency;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketNumber;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.attachment.Attachment;
import org.redress.ground.attachment.Attachments;
import org.redress.ground.attachment.Holder;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactions;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S5.1")
class AppealRedactionIT {

    @Autowired
    SomeAppeals some;

    @Autowired
    AppealBoard board;

    @Autowired
    Tickets tickets;

    @Autowired
    Attachments attachments;

    @Autowired
    Messages messages;

    @Autowired
    Redactions redactions;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor agent;
    private Actor chief;

    @BeforeEach
    void open() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "1");
        chief = offices.hire(command, Posts.GENERAL_MANAGER, "2");
    }

    private CustomerId ended(TicketId ticket) {
        Ticket now = tickets.get(agent, ticket);
        assertThat(tickets.step(agent, ticket, now.version(), Step.CANCEL, "撤回"))
                .isInstanceOf(StepResult.Done.class);
        return Objects.requireNonNull(now.customer());
    }

    private void told(String kind, UUID id) {
        messages.send(
                command,
                new Message(
                        "ticket.received",
                        MessageChannel.SMS,
                        Locale.SIMPLIFIED_CHINESE,
                        Recipient.address("+8613812342046", true),
                        new About(kind, id, "A-1", "/appeals"),
                        "told",
                        Map.of("name", "周敏"),
                        false));
    }

    /** The tables of the room, and what was kept and sent about it, in which the customer can still be read. */
    private List<String> telling() {
        return jdbc.sql("""
                        select 'appeal' from appeal.appeal t where bureau = :b and t::text ~ :p
                        union all select 'appeal step' from appeal.appeal_step t where bureau = :b and t::text ~ :p
                        union all select 'dispatch step' from appeal.dispatch_step t where bureau = :b and t::text ~ :p
                        union all select 'dispatch' from appeal.dispatch t where bureau = :b and t::text ~ :p
                        union all select 'message ' || subject_kind from notification.message t
                         where bureau = :b and subject_kind in ('appeal', 'dispatch') and t::text ~ :p
                        union all select 'bytes' from attachment.chunk where bureau = :b
                        """)
                .param("b", command.bureau().value())
                .param("p", "周敏|2046")
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void appeals_dispatches_their_evidence_and_what_was_sent_about_them_are_covered() {
        Appeal appeal = some.received(agent);
        some.evidence(agent, appeal.id());
        Dispatch dispatch = some.dispatched(agent, "12345-周敏", Urgency.ORDINARY, 0);
        jdbc.sql(
                        "update appeal.dispatch set number = '12345-1', matter = '周敏家断网', state = 'ANSWERED', signed_at = now() where bureau = ? and id = ?")
                .params(agent.bureau().value(), dispatch.id().value())
                .update();
        jdbc.sql("""
                        insert into appeal.appeal_step (bureau, appeal, what, at, staff, words)
                        values (:b, :appeal, 'REPLY', now(), :staff, '已答复周敏');
                        insert into appeal.dispatch_step (bureau, dispatch, what, at, staff, words)
                        values (:b, :dispatch, 'ANSWER', now(), :staff, '已答复周敏')
                        """)
                .param("b", agent.bureau().value())
                .param("appeal", appeal.id().value())
                .param("dispatch", dispatch.id().value())
                .param("staff", agent.staff().value())
                .update();
        told("appeal", appeal.id().value());
        told("dispatch", dispatch.id().value());
        Appeal over = some.along(agent, appeal, AppealStep.WITHDRAW);
        assertThat(telling())
                .contains(
                        "appeal",
                        "appeal step",
                        "dispatch",
                        "dispatch step",
                        "message appeal",
                        "message dispatch",
                        "bytes");
        CustomerId customer = ended(appeal.ticket());
        assertThat(ended(dispatch.ticket())).isEqualTo(customer);

        redactions.redact(chief, customer, "asked for by letter");

        assertThat(telling()).isEmpty();
        assertThat(attachments.list(agent, new Holder("appeal", appeal.id().value())))
                .singleElement()
                .extracting(Attachment::redacted)
                .isEqualTo(true);
        assertThat(board.get(agent, appeal.id()).state()).isEqualTo(over.state());
    }

    @Test
    void also_the_oldest_of_hundreds_of_tickets_is_covered() {
        Appeal appeal = some.along(agent, some.received(agent), AppealStep.WITHDRAW);
        CustomerId customer = ended(appeal.ticket());
        Long[] numbers = LongStream.iterate(90_000_000, n -> n + 1)
                .boxed()
                .filter(n -> TicketNumber.parse(Long.toString(n)).isPresent())
                .limit(220)
                .toArray(Long[]::new);
        jdbc.sql("""
                        insert into ticket.ticket (bureau, id, number, kind, state, state_since, subject, subject_key, description,
                          customer, responsible, unit, channel, received_at, created_at, source)
                        select bureau, gen_random_uuid(), n, kind, state, state_since, '', '', '',
                          customer, responsible, unit, channel, now(), created_at, source
                          from ticket.ticket, unnest(?::bigint[]) n where bureau = ? and id = ?
                        """)
                .params(numbers, agent.bureau().value(), appeal.ticket().value())
                .update();
        redactions.redact(chief, customer, "asked for by letter");
        assertThat(telling()).isEmpty();
    }
}
