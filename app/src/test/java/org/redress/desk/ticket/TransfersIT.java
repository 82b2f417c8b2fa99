package org.redress.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.ticket.DeskFixture.matter;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.platform.web.Problem;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransfersIT {

    @Autowired
    Tickets tickets;

    @Autowired
    Transfers transfers;

    @Autowired
    TicketBoard board;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DeskFixture desk;

    @Test
    @Tag("S5.2")
    void responsibility_moves_only_when_the_receiver_accepts() {
        Ticket ticket = tickets.open(desk.lin, matter("装机没人来", "13812342046", null));
        assertThat(transfers.offer(desk.lin, ticket.id(), ticket.version(), desk.he.staff(), "客户在河东营业厅"))
                .isInstanceOf(StepResult.Done.class);
        assertThat(tickets.get(desk.lin, ticket.id()).responsible()).isEqualTo(desk.lin.staff());
        assertThat(offeredTo(desk.he)).contains(ticket.id());
        assertThat(offeredTo(desk.tang)).doesNotContain(ticket.id());
        assertThat(transfers.accept(desk.tang, ticket.id())).isInstanceOf(StepResult.Refused.class);
        assertThat(transfers.accept(desk.he, ticket.id())).isInstanceOf(StepResult.Done.class);
        Ticket handed = tickets.get(desk.head, ticket.id());
        assertThat(handed.responsible()).isEqualTo(desk.he.staff());
        assertThat(handed.unit()).isEqualTo(desk.counter.id());
        assertThat(transfers.open(desk.head, ticket.id())).isEmpty();
        assertThat(whatHappened(ticket)).containsExactly("open", "offer", "accept");
        assertThat(told(ticket)).containsExactly("open", "responsible.2");
        assertThat(jdbc.sql("""
                                select parameters ->> 'person' || ' ' || (parameters ->> 'personNumber') from notification.message
                                 where bureau = ? and subject = ? and occasion = 'responsible.2'
                                """)
                        .params(desk.bureau.id().value(), ticket.id().value())
                        .query(String.class)
                        .single())
                .as("the customer is told the new name")
                .isEqualTo(desk.he.name() + " " + desk.he.number());
    }

    private List<TicketId> offeredTo(org.redress.ground.identity.Actor actor) {
        return board.page(actor, TicketView.OFFERED, TicketFilter.NONE, null, 50).cards().stream()
                .map(TicketCard::id)
                .toList();
    }

    @Test
    void a_refusal_and_a_withdrawal_leave_everything_as_it_was() {
        Ticket ticket = tickets.open(desk.lin, matter("换套餐说不清"));
        transfers.offer(desk.lin, ticket.id(), ticket.version(), desk.he.staff(), "归营业厅");
        assertThat(transfers.refuse(desk.tang, ticket.id(), "不是我")).isInstanceOf(StepResult.Refused.class);
        assertThatThrownBy(() -> transfers.refuse(desk.he, ticket.id(), " ")).isInstanceOf(Problem.class);
        transfers.refuse(desk.he, ticket.id(), "这片归河西");
        transfers.offer(desk.lin, ticket.id(), ticket.version(), desk.tang.staff(), "请接");
        assertThat(transfers.withdraw(desk.tang, ticket.id())).isInstanceOf(StepResult.Refused.class);
        assertThat(transfers.withdraw(desk.lin, ticket.id())).isInstanceOf(StepResult.Done.class);
        assertThat(transfers.accept(desk.tang, ticket.id())).isInstanceOf(StepResult.Refused.class);
        assertThat(tickets.get(desk.lin, ticket.id())).isEqualTo(ticket);
        assertThat(whatHappened(ticket)).containsExactly("open", "offer", "refuse", "offer", "withdraw");
    }

    @Test
    void an_offer_that_nobody_answers_is_taken_back_by_whoever_gives_out_work_and_ends_with_the_ticket() {
        Ticket ticket = tickets.open(desk.lin, matter("没人应声"));
        transfers.offer(desk.lin, ticket.id(), 1, desk.he.staff(), "请接");
        assertThat(transfers.withdraw(desk.head, ticket.id())).isInstanceOf(StepResult.Done.class);
        transfers.offer(desk.head, ticket.id(), 1, desk.tang.staff(), "请接");
        tickets.step(desk.lin, ticket.id(), 1, Step.CANCEL, "客户撤回");
        assertThat(transfers.open(desk.head, ticket.id())).isEmpty();
    }

    @Test
    void one_offer_at_a_time_with_a_reason_to_somebody_else_who_is_there() {
        Ticket ticket = tickets.open(desk.lin, matter("一次只问一个人"));
        assertThatThrownBy(() -> transfers.offer(desk.lin, ticket.id(), 1, desk.he.staff(), " "))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> transfers.offer(desk.lin, ticket.id(), 1, Staff.COMMAND, "没人"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> transfers.offer(desk.tang, ticket.id(), 1, desk.he.staff(), "不是我的"))
                .isInstanceOf(Problem.class);
        assertThat(transfers.offer(desk.lin, ticket.id(), 1, desk.lin.staff(), "自己"))
                .isInstanceOf(StepResult.Refused.class);
        transfers.offer(desk.head, ticket.id(), 1, desk.he.staff(), "班长安排");
        assertThat(transfers.offer(desk.lin, ticket.id(), 1, desk.tang.staff(), "又问一个"))
                .isInstanceOf(StepResult.Refused.class);
    }

    @Test
    @Tag("S5.2")
    void no_ticket_can_stand_without_somebody_who_answers_for_it() {
        Ticket ticket = tickets.open(desk.lin, matter("没人负责"));
        assertThatThrownBy(() -> jdbc.sql("update ticket.ticket set responsible = null where bureau = ? and id = ?")
                        .params(desk.bureau.id().value(), ticket.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private List<String> told(Ticket ticket) {
        return jdbc.sql("""
                        select occasion from notification.message
                         where bureau = ? and subject = ? and channel <> 'IN_APP' order by id
                        """)
                .params(desk.bureau.id().value(), ticket.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void whoever_is_asked_to_take_over_hears_of_it() {
        Ticket ticket = tickets.open(desk.lin, matter("换套餐说不清"));
        transfers.offer(desk.lin, ticket.id(), ticket.version(), desk.he.staff(), "归营业厅");
        assertThat(jdbc.sql("""
                                select address from notification.message
                                 where bureau = ? and subject = ? and code = 'ticket.offered'
                                """)
                        .params(desk.bureau.id().value(), ticket.id().value())
                        .query(String.class)
                        .list())
                .containsExactly(desk.he.staff().value().toString());
    }

    @Test
    @Tag("S5.1")
    void the_tickets_of_whoever_leaves_go_back_to_the_pool_and_the_customer_learns_the_new_name() {
        StaffId leaving = staff.add(
                desk.command,
                "leaver" + desk.bureau.id().value(),
                "a long password",
                "吴晓",
                "2199",
                desk.hotLine.id(),
                "agent");
        Ticket ticket = tickets.open(desk.lin, matter("宽带掉线", "13812342047", null));
        Ticket given = tickets.open(desk.lin, matter("宽带掉线", "13812342048", null));
        Ticket started = tickets.open(desk.lin, matter("宽带掉线", "13812342049", null));
        Ticket offered = tickets.open(desk.lin, matter("短信收不到"));
        for (Ticket one : List.of(ticket, given, started)) {
            transfers.offer(desk.lin, one.id(), one.version(), leaving, "请接手");
            transfers.accept(actors.of(desk.bureau.id(), leaving), one.id());
        }
        transfers.offer(desk.lin, offered.id(), offered.version(), leaving, "请接手");
        staff.setActive(desk.command, "leaver" + desk.bureau.id().value(), false);

        assertThat(board.page(desk.lin, TicketView.UNCLAIMED, TicketFilter.NONE, null, 50)
                        .cards())
                .extracting(TicketCard::id)
                .contains(ticket.id());
        assertThat(transfers.open(desk.lin, offered.id()))
                .as("nobody waits for them")
                .isEmpty();
        Ticket taken = ((StepResult.Done) tickets.take(desk.tang, ticket.id())).ticket();
        assertThat(taken.responsible()).isEqualTo(desk.tang.staff());
        assertThat(whatHappened(ticket)).containsExactly("open", "offer", "accept", "left", "take");
        assertThat(told(ticket)).contains("responsible." + taken.version());

        Ticket assigned = done(transfers.offer(
                desk.head, given.id(), tickets.get(desk.head, given.id()).version(), desk.he.staff(), "归营业厅"));
        assertThat(assigned.responsible()).isEqualTo(desk.he.staff());
        assertThat(told(given)).contains("responsible." + assigned.version());
        assertThat(rung("ticket.assigned"))
                .as("whoever is given it hears of it")
                .containsExactly(desk.he.staff().value().toString());

        Ticket working = done(tickets.step(
                desk.tang, started.id(), tickets.get(desk.tang, started.id()).version(), Step.START, null));
        assertThat(working.responsible()).isEqualTo(desk.tang.staff());
        assertThat(told(started)).contains("responsible." + working.version());
    }

    @Test
    @Tag("S5.1")
    void a_ticket_that_nobody_had_is_begun_without_a_word_to_its_customer_of_a_new_name() {
        Ticket ticket = tickets.open(desk.lin, matter("宽带掉线", "13812342050", null));
        done(tickets.step(desk.lin, ticket.id(), ticket.version(), Step.START, null));
        assertThat(told(ticket)).containsExactly("open");
    }

    private static Ticket done(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    private List<String> rung(String code) {
        return jdbc.sql("select address from notification.message where bureau = ? and code = ?")
                .params(desk.bureau.id().value(), code)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<String> whatHappened(Ticket ticket) {
        return tickets.story(desk.head, ticket.id()).entries().stream()
                .filter(TicketStory.Happened.class::isInstance)
                .map(entry -> ((TicketStory.Happened) entry).what())
                .toList();
    }
}
