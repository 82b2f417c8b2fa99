package org.redress.desk.recovery.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.dispute.SomeBills.yuan;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.ClaimResult;
import org.redress.desk.dispute.Disputes;
import org.redress.desk.dispute.Mark;
import org.redress.desk.dispute.Reason;
import org.redress.desk.dispute.SomeBills;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.SomeMoney;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.duplicate.Earlier.Likeness;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.plan.Chosen;
import org.redress.desk.recovery.plan.PlanResult;
import org.redress.desk.recovery.plan.Plans;
import org.redress.desk.recovery.plan.Speaker;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** One matter, put right by an adjustment of the bill and by a compensation: whoever comes second is told of the first. */
@RedressIT
@Tag("S4.4")
class DisputeOnceIT {

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Remedies remedies;

    @Autowired
    Joins joins;

    @Autowired
    DuplicateGuard guard;

    @Autowired
    Approvals approvals;

    @Autowired
    Plans plans;

    @Autowired
    Compensations ledger;

    @Autowired
    Disputes disputes;

    @Autowired
    SomeBills bills;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private SomeMoney all;
    private Ticket disputed;
    private BillItem item;

    @BeforeEach
    void found() {
        all = new SomeMoney(offices, tickets, remedies);
        disputed = bills.ticket(all.agent);
        item = bills.billed(all.product, SomeBills.customer(disputed), "512.50").getFirst();
    }

    private Claim marked() {
        ClaimResult marked =
                disputes.mark(all.agent, disputed.id(), List.of(new Mark(item.id(), Reason.NOT_MADE, "不是我打的")));
        assertThat(marked).isInstanceOf(ClaimResult.Done.class);
        return claim();
    }

    private Claim claim() {
        return disputes.of(all.agent, disputed.id()).getFirst();
    }

    private void notOwed() {
        Claim claim = marked();
        assertThat(disputes.decideForCustomer(all.agent, claim.id(), claim.version(), null, "查无此通话"))
                .isInstanceOf(ClaimResult.Done.class);
    }

    /** A complaint of the same customer, or of another, joined with the ticket of the dispute or not. */
    private TicketId complaint(Ticket like, boolean joined) {
        TicketId id = tickets.openFor(
                        all.agent,
                        new NewTicket(TicketKind.COMPLAINT, Channel.WEB, "发票没有开", "账单不对，要个说法", null, null, null, null),
                        SomeBills.customer(like))
                .id();
        if (joined) {
            joins.join(all.head, id, disputed.id(), "同一件事");
        }
        return id;
    }

    private List<Likeness> seen(TicketId ticket) {
        return guard.look(all.agent, tickets.get(all.agent, ticket)).disputes().stream()
                .map(EarlierDispute::likeness)
                .toList();
    }

    private String page(TicketId ticket, String language) throws Exception {
        return Browser.of(web, all.agent)
                .look("/tickets/" + ticket.value() + "?lang=" + language)
                .page();
    }

    @Test
    void what_was_found_not_to_be_owed_warns_on_its_ticket_and_wants_a_reason_but_stands_in_no_way() throws Exception {
        assertThat(seen(disputed.id())).isEmpty();
        notOwed();

        assertThat(guard.look(all.agent, disputed).disputes()).singleElement().satisfies(one -> {
            assertThat(one.likeness()).isEqualTo(Likeness.TICKET);
            assertThat(one.number()).isEqualTo(disputed.number());
            assertThat(one.dispute().sum()).isEqualTo(yuan("512.50"));
            assertThat(one.dispute().day()).isEqualTo(ledger.today(all.agent));
        });
        assertThat(page(disputed.id(), "en")).contains("A bill was put right", "¥512.50 found not to be owed");
        assertThat(page(disputed.id(), "zh-CN")).contains("判定不收¥512.50");
        refused("remedy.earlier.dispute", () -> all.give(all.agent, disputed.id(), "20"));
        remedies.give(all.agent, disputed.id(), RemedyKind.APOLOGY, null, "");

        Remedy given = all.give(all.agent, disputed.id(), "20", "耽误了客户一周");
        assertThat(given.stands())
                .as("the agent gives up to 100 in a case, and the 512.50 were never given")
                .isTrue();
    }

    @Test
    void it_warns_on_a_joined_ticket_of_the_same_customer_and_on_none_of_anybody_else() throws Exception {
        notOwed();
        TicketId joined = complaint(disputed, true);
        Ticket neighbour = bills.ticket(all.agent, TicketKind.COMPLAINT, null);
        TicketId theirs = complaint(neighbour, true);
        TicketId apart = complaint(disputed, false);

        assertThat(seen(joined)).containsExactly(Likeness.JOINED);
        assertThat(page(joined, "en"))
                .contains("on a ticket joined with this one", disputed.number().toString());
        refused("remedy.earlier.dispute", () -> all.give(all.agent, joined, "20"));
        assertThat(seen(theirs)).isEmpty();
        assertThat(all.give(all.agent, theirs, "20").stands()).isTrue();
        assertThat(seen(apart)).containsExactly(Likeness.CUSTOMER);

        joins.part(all.head, joined, "不是一件事");
        assertThat(seen(joined)).containsExactly(Likeness.PARTED);
        refused("remedy.earlier.dispute", () -> all.give(all.agent, joined, "20"));
        assertThat(all.give(all.agent, joined, "20", "另一件事").stands()).isTrue();
    }

    @Test
    void on_another_ticket_of_the_customer_it_warns_too_and_wants_a_reason_as_long_as_it_is_not_long_ago()
            throws Exception {
        notOwed();
        TicketId apart = complaint(disputed, false);
        assertThat(page(apart, "en"))
                .contains(
                        "on another ticket of this customer", disputed.number().toString());
        assertThat(page(apart, "zh-CN")).contains("近期同一客户的另一张工单");
        refused("remedy.earlier.dispute", () -> all.give(all.agent, apart, "20"));
        assertThat(all.give(all.agent, apart, "20", "另一件事").stands()).isTrue();

        jdbc.sql("update dispute.claim set decided_at = decided_at - interval '91 days' where bureau = ?")
                .param(all.product.bureau().value())
                .update();
        assertThat(seen(apart)).isEmpty();
        assertThat(seen(disputed.id()))
                .as("on its own ticket it does not matter when")
                .containsExactly(Likeness.TICKET);
    }

    @Test
    void a_decision_that_is_taken_back_warns_no_more() {
        notOwed();
        assertThat(disputes.takeBack(all.head, claim().id(), claim().version(), "看错了"))
                .isInstanceOf(ClaimResult.Done.class);
        assertThat(seen(disputed.id())).isEmpty();
        assertThat(all.give(all.agent, disputed.id(), "20").stands()).isTrue();
    }

    @Test
    void whoever_approves_what_was_asked_for_before_sees_it() throws Exception {
        Remedy waits = all.give(all.agent, disputed.id(), "300");
        notOwed();
        assertThat(waits.waits()).isTrue();
        CompensationId id = new CompensationId(waits.id().value());
        assertThat(approvals.earlier(all.head, ledger.get(all.head, id)).disputes())
                .extracting(one -> one.dispute().sum())
                .containsExactly(yuan("512.50"));
        assertThat(Browser.of(web, all.head)
                        .look("/recovery/ledger/" + id.value() + "?lang=en")
                        .page())
                .contains("A bill was put right", "¥512.50 found not to be owed");
    }

    @Test
    void whoever_decides_an_item_is_told_what_was_given_on_its_ticket_or_a_joined_one() throws Exception {
        String path = "/disputes/" + disputed.id().value();
        marked();
        Browser agent = Browser.of(web, all.agent);
        assertThat(agent.look(path + "?lang=en").page())
                .contains("Decide for the customer")
                .doesNotContain("Money was given for this matter");

        all.give(all.agent, disputed.id(), "20");
        TicketId joined = complaint(disputed, false);
        Remedy onJoined = all.give(all.agent, joined, "31");
        joins.join(all.head, joined, disputed.id(), "同一件事");
        Ticket neighbour = bills.ticket(all.agent, TicketKind.COMPLAINT, null);
        TicketId theirs = complaint(neighbour, true);
        all.give(all.agent, theirs, "47");
        Remedy waits = all.give(all.agent, complaint(disputed, false), "300", "误工一天");
        joins.join(all.head, waits.ticket(), disputed.id(), "同一件事");

        String page = agent.look(path + "?lang=en").page();
        assertThat(page)
                .contains(
                        "Money was given for this matter already", "¥20.00", "¥31.00", "¥300.00", "waits for approval")
                .containsOnlyOnce("¥20.00")
                .contains(tickets.get(all.agent, joined).number().toString())
                .doesNotContain("¥47.00");
        assertThat(agent.look(path + "?lang=zh-CN").page()).contains("这件事已经给过补偿", "别重复给");

        remedies.takeBack(all.agent, onJoined.id());
        assertThat(agent.look(path + "?lang=en").page()).doesNotContain("¥31.00");
    }

    @Test
    void
            whoever_decides_an_item_is_told_of_money_for_the_same_failure_on_another_ticket_and_what_only_waits_is_not_given()
                    throws Exception {
        String path = "/disputes/" + disputed.id().value() + "?lang=";
        marked();
        TicketId apart = complaint(disputed, false);
        classified(apart);
        classified(disputed.id());
        Remedy waits = all.give(all.agent, apart, "300", "误工一天");
        assertThat(waits.waits()).isTrue();
        Browser agent = Browser.of(web, all.agent);
        assertThat(agent.look(path + "en").page())
                .contains("Money for this customer waits for approval", "¥300.00", "the same type of failure")
                .doesNotContain("Money was given for this matter", "may have been compensated");
        assertThat(agent.look(path + "zh-CN").page()).contains("有一笔补偿还在等审批").doesNotContain("已经给过补偿");

        TicketId another = complaint(disputed, false);
        classified(another);
        Remedy given = all.give(all.agent, another, "20", "先给一点");
        approvals.decide(all.head, new CompensationId(given.id().value()), 1, true, "");
        assertThat(all.find(another, given.id()).stands()).isTrue();
        assertThat(agent.look(path + "en").page())
                .contains("may have been compensated for this already", "waits for approval")
                .containsOnlyOnce("¥20.00");
    }

    private void classified(TicketId ticket) {
        assertThat(tickets.classify(
                        all.agent, ticket, tickets.get(all.agent, ticket).version(), "no-service"))
                .isInstanceOf(StepResult.Done.class);
    }

    @Test
    void a_line_of_the_plan_that_wants_the_reason_says_so_beside_its_field() throws Exception {
        notOwed();
        PlanResult made = plans.make(
                all.agent, disputed.id(), 0, List.of(new Chosen(RemedyKind.REFUND, Speaker.ANYBODY)), "账单的事");
        String plan = ((PlanResult.Done) made).plan().id().value().toString();

        Browser.Answer back = Browser.of(web, all.agent)
                .send("/tickets/" + disputed.id().value() + "/plan/" + plan + "/tick/refund", "sum", "20", "note", "");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page()).contains("Of the bill disputed on ticket " + disputed.number(), "say why");
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
