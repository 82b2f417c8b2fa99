package org.redress.desk.recovery.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.SomeFailures;
import org.redress.desk.recovery.SomeMoney;
import org.redress.desk.recovery.authority.ApprovalResult;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.duplicate.Earlier.Likeness;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Findings;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.4")
class DuplicateGuardIT {

    private static final String PHONE = "13812342046";

    @Autowired
    private Offices offices;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Remedies remedies;

    @Autowired
    private Joins joins;

    @Autowired
    private DuplicateGuard guard;

    @Autowired
    private Compensations ledger;

    @Autowired
    private SomeFailures failures;

    @Autowired
    private Causes causes;

    @Autowired
    private Findings findings;

    @Autowired
    private Approvals approvals;

    @Autowired
    private MockMvc web;

    private SomeMoney all;

    @BeforeEach
    void found() {
        all = new SomeMoney(offices, tickets, remedies);
    }

    private List<Likeness> seen(TicketId ticket) {
        return guard.look(all.agent, tickets.get(all.agent, ticket)).given().stream()
                .map(Earlier::likeness)
                .toList();
    }

    @Test
    void a_second_sum_on_a_ticket_needs_a_reason_that_is_kept_and_words_need_none() {
        TicketId ticket = all.ticket(PHONE, "发票没有开");
        Remedy first = all.give(all.agent, ticket, "20");

        assertThat(guard.look(all.agent, tickets.get(all.agent, ticket)).given())
                .singleElement()
                .satisfies(earlier -> {
                    assertThat(earlier.likeness()).isEqualTo(Likeness.TICKET);
                    assertThat(earlier.compensation().sum()).isEqualTo(SomeMoney.yuan("20"));
                    assertThat(earlier.compensation().id().value())
                            .isEqualTo(first.id().value());
                });
        refused("remedy.earlier", () -> all.give(all.agent, ticket, "10"));
        remedies.give(all.agent, ticket, RemedyKind.APOLOGY, null, "");
        assertThat(all.give(all.agent, ticket, "10", "又错了一次").stands()).isTrue();
    }

    @Test
    void what_is_given_on_a_joined_ticket_is_given_for_the_same_failure_and_never_again() {
        TicketId lead = all.ticket(PHONE, "发票没有开");
        TicketId joined = all.ticket(PHONE, "电话里有杂音");
        all.give(all.agent, lead, "20");
        joins.join(all.head, joined, lead, "同一件事");

        assertThat(seen(joined)).containsExactly(Likeness.JOINED);
        refused("remedy.twice", () -> all.give(all.agent, joined, "10", "客户坚持"));

        joins.part(all.head, joined, "不是一件事");
        assertThat(seen(joined)).containsExactly(Likeness.PARTED);
        refused("remedy.earlier", () -> all.give(all.agent, joined, "10"));
        assertThat(all.give(all.agent, joined, "10", "查过了，是两件事").waits())
                .as("not by one person alone")
                .isTrue();
    }

    @Test
    void what_a_law_owes_for_a_joined_ticket_is_shown_and_stands_in_the_way_of_no_goodwill() {
        TicketId fault = all.ticket(PHONE, "宽带断网，上不了网");
        TicketId complaint = all.ticket(PHONE, "断网，上不了网，没人管");
        remedies.giveOwed(all.product, fault, RemedyKind.RENT_WAIVER, SomeMoney.yuan("12.40"), "");
        joins.join(all.head, complaint, fault, "同一件事");

        assertThat(guard.look(all.agent, tickets.get(all.agent, complaint)).given())
                .singleElement()
                .returns(true, Earlier::owed);
        assertThat(all.give(all.agent, complaint, "20").stands()).isTrue();
        assertThat(guard.look(all.agent, tickets.get(all.agent, complaint)).given())
                .extracting(Earlier::owed)
                .containsExactly(false, true);
    }

    @Test
    void another_customer_of_a_joined_matter_is_compensated_for_themselves() {
        TicketId lead = all.ticket(PHONE, "发票没有开");
        TicketId neighbour = all.ticket("13912340099", "发票没有开");
        all.give(all.agent, lead, "20");
        joins.join(all.head, neighbour, lead, "同一件事");

        assertThat(seen(neighbour)).isEmpty();
        assertThat(all.give(all.agent, neighbour, "20").stands()).isTrue();
    }

    @Test
    void one_failure_told_by_two_channels_is_paid_for_again_by_nobody_alone() throws Exception {
        TicketId first = all.ticket(PHONE, "宽带断网，上不了网", Channel.HOT_LINE);
        all.give(all.agent, first, "20");
        TicketId again = all.ticket(PHONE, "又是断网，家里没网", Channel.WEB);
        TicketId other = all.ticket(PHONE, "发票没有开", Channel.WEB);

        assertThat(seen(again)).containsExactly(Likeness.OPEN_AT_ONCE);
        refused("remedy.earlier", () -> all.give(all.agent, again, "10"));
        assertThat(seen(other)).isEmpty();
        assertThat(all.give(all.agent, other, "20").waits()).isFalse();
        String known = tickets.get(all.agent, first).number().toString();
        assertThat(warning(again, "en"))
                .contains("the same type of failure, on a ticket that was open at the same time")
                .contains("somebody else has to say yes", known, "¥20.00", today(Locale.ENGLISH));
        assertThat(warning(again, "zh-CN")).contains("近期同类失误，两张工单曾同时在办", "由别人批准", known, today(Locale.CHINESE));

        Remedy second = all.give(all.agent, again, "10", "查过了，是两次");
        assertThat(second.waits()).as("not by one person alone").isTrue();
        assertThat(all.give(all.head, again, "1", "班长也一样").waits())
                .as("whatever their limits")
                .isTrue();
        assertThat(approvals.decide(all.head, new CompensationId(second.id().value()), 1, true, ""))
                .isInstanceOf(ApprovalResult.Promised.class);
        TicketId byLetter = all.ticket(PHONE, "来信反映断网，上不了网", Channel.LETTER);
        assertThat(seen(byLetter)).containsOnly(Likeness.OPEN_AT_ONCE).hasSize(3);
    }

    @Test
    void what_is_given_for_one_failure_told_twice_counts_together_against_the_limit_of_a_case() {
        TicketId first = all.ticket(PHONE, "宽带断网，上不了网");
        all.give(all.agent, first, "90");
        Remedy second = all.give(all.agent, all.ticket(PHONE, "断网，家里没网", Channel.WEB), "15", "客户坚持");

        assertThat(guard.besides(
                        all.product.bureau(),
                        List.of(ledger.get(
                                all.head, new CompensationId(second.id().value())))))
                .containsValue(new Besides(SomeMoney.yuan("90"), true));
    }

    @Test
    void a_failure_of_the_same_type_after_the_first_was_closed_is_another_one_and_needs_a_reason_only()
            throws Exception {
        TicketId first = all.ticket(PHONE, "宽带断网，上不了网", Channel.HOT_LINE);
        all.give(all.agent, first, "20");
        failures.resolve(
                all.agent,
                SomeFailures.done(tickets.step(
                                all.agent, first, tickets.get(all.agent, first).version(), Step.START, null))
                        .id(),
                null);
        findings.name(all.agent, first, causes.offered(all.agent).getFirst().id(), "");
        failures.close(all.agent, first);
        TicketId again = all.ticket(PHONE, "又是断网，家里没网", Channel.WEB);

        assertThat(seen(again)).containsExactly(Likeness.TYPE);
        refused("remedy.earlier", () -> all.give(all.agent, again, "10"));
        assertThat(warning(again, "en"))
                .contains("the same type of failure, not long ago", "¥20.00")
                .doesNotContain("somebody else has to say yes");
        assertThat(warning(again, "zh-CN")).contains("近期同类失误", "¥20.00").doesNotContain("由别人批准");
        assertThat(all.give(all.agent, again, "10", "查过了，是两次").stands()).isTrue();

        tickets.step(all.agent, first, tickets.get(all.agent, first).version(), Step.REOPEN, "又断了");
        assertThat(seen(again)).as("nothing lies between them any more").contains(Likeness.OPEN_AT_ONCE);
    }

    /** What the page of a ticket says of what was given before. */
    private String warning(TicketId ticket, String language) throws Exception {
        String title = language.equals("en") ? "compensated for this already" : "可能已经为同一件事得到过补偿";
        String page = Browser.of(web, all.agent)
                .look("/tickets/" + ticket.value() + "?lang=" + language)
                .page();
        assertThat(page).contains(title);
        String after = page.substring(page.indexOf(title));
        return after.substring(after.indexOf("<ul"), after.indexOf("<form"));
    }

    private String today(Locale language) {
        return Words.of(language).date(ledger.today(all.agent));
    }

    @Test
    void what_was_taken_back_or_refused_does_not_count() {
        TicketId ticket = all.ticket(PHONE, "发票没有开");
        Remedy given = all.give(all.agent, ticket, "20");
        remedies.takeBack(all.agent, given.id());

        assertThat(seen(ticket)).isEmpty();
        assertThat(all.give(all.agent, ticket, "20").stands()).isTrue();
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
