package org.redress.desk.recovery.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.SomeMoney;
import org.redress.desk.recovery.authority.ApprovalResult.Why;
import org.redress.desk.recovery.authority.ApprovalStep;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.authority.Kinship;
import org.redress.desk.recovery.authority.Kinships;
import org.redress.desk.recovery.authority.Need;
import org.redress.desk.recovery.budget.Budgets;
import org.redress.desk.recovery.budget.Span;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S8.3")
class ApprovalsListIT {

    private static final String LIST = "/recovery/approvals";

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Remedies remedies;

    @Autowired
    Joins joins;

    @Autowired
    Kinships kinships;

    @Autowired
    Budgets budgets;

    @Autowired
    Compensations ledger;

    @Autowired
    Approvals approvals;

    @Autowired
    MockMvc web;

    private SomeMoney all;
    private int phones;

    @BeforeEach
    void found() {
        all = new SomeMoney(offices, tickets, remedies);
    }

    /** One of each that asks for something else, from somebody whose unit has a budget of its own. */
    private void waiting(int number) {
        Actor agent = offices.hireElsewhere(all.product, Posts.AGENT, "31" + number);
        Actor holder = number % 2 == 0 ? all.head : all.manager;
        budgets.set(all.manager, agent.unit(), Span.YEAR, ledger.today(all.head), SomeMoney.yuan("20"), holder.staff());
        String phone = phone();
        TicketId lead = all.ticket(agent, phone, "发票没有开", Channel.HOT_LINE);
        TicketId joined = all.ticket(agent, phone, "电话有杂音", Channel.HOT_LINE);
        TicketId large = all.ticket(agent, phone(), "宽带断了一周", Channel.HOT_LINE);
        TicketId kin = all.ticket(agent, phone(), "电话打不通", Channel.HOT_LINE);
        kinships.declare(
                all.director, Objects.requireNonNull(tickets.get(all.head, kin).customer()), Kinship.Relation.FAMILY);

        all.give(agent, all.ticket(agent, phone(), "装机晚了", Channel.HOT_LINE), "90");
        all.give(agent, lead, "450");
        all.give(agent, joined, "450", "又错了一次");
        joins.join(all.head, joined, lead, "同一件事");
        all.give(agent, large, "2500");
        all.give(agent, kin, "300");
    }

    private String phone() {
        return "139" + (20_000_000 + ++phones);
    }

    @Test
    void the_list_asks_as_often_for_many_that_wait_as_for_a_few() throws Exception {
        Browser director = Browser.of(web, all.director);
        waiting(1);
        waiting(2);
        director.look(LIST);
        List<String> few = StatementCount.of(() -> director.look(LIST));
        for (int number = 3; number < 8; number++) {
            waiting(number);
        }

        List<String> many = StatementCount.of(() -> director.look(LIST));

        assertThat(few).isNotEmpty();
        assertThat(many).hasSameSizeAs(few);
        assertThat(lines(director.look(LIST).page())).isGreaterThan(30);
    }

    private static int lines(String page) {
        return page.split("/recovery/ledger/", -1).length - 1;
    }

    @Test
    void of_many_at_once_it_says_the_same_as_of_each() {
        waiting(1);
        waiting(2);
        List<ApprovalStep> open = approvals.waiting(all.manager, null, null, 50);
        Map<CompensationId, Compensation> known = ledger.of(
                all.manager, open.stream().map(ApprovalStep::compensation).toList());
        Map<CompensationId, List<ApprovalStep>> steps = approvals.of(all.manager, known.keySet()).stream()
                .collect(Collectors.groupingBy(ApprovalStep::compensation));
        assertThat(open).extracting(ApprovalStep::need).contains(Need.AUTHORITY, Need.REVIEW, Need.BUDGET);
        Set<UUID> pays = new HashSet<>();
        known.values().forEach(one -> pays.add(one.budget()));
        assertThat(pays).hasSize(2);

        Set<Why> said = new HashSet<>();
        for (Actor reader : List.of(all.head, all.director, all.manager)) {
            Map<CompensationId, Why> each = new HashMap<>();
            known.values().forEach(one -> each.putAll(approvals.against(reader, List.of(one), steps)));
            assertThat(approvals.against(reader, known.values(), steps)).isEqualTo(each);
            assertThat(each.size()).isLessThan(known.size());
            said.addAll(each.values());
        }
        assertThat(said).contains(Why.KIN, Why.LIMIT, Why.HOLDER);
    }
}
