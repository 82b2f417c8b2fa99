package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hamcrest.Matchers;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Suggestion;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerDraft;
import org.redress.platform.web.Problem;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@Tag("S4.4")
class RemediesIT {

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    @Autowired
    private Bureaus bureaus;

    @Autowired
    private Staff staff;

    @Autowired
    private Actors actors;

    @Autowired
    private UserDetailsService signIn;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Remedies remedies;

    @Autowired
    private Joins joins;

    @Autowired
    private RepeatedFailures repeated;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc pages;

    private Bureau bureau;
    private UnitId team;
    private String name;
    private Actor agent;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate transaction;

    @BeforeEach
    void found() {
        transaction = new TransactionTemplate(transactions);
        bureau = bureaus.found("甲", "A", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false);
        team = bureaus.addUnit(bureau.id(), "desk", "热线一班", "Hot line 1").id();
        name = "lin." + bureau.id().value();
        agent = member(name, "2107", team);
    }

    private Actor member(String signIn, String number, UnitId unit) {
        return actors.of(
                bureau.id(),
                staff.add(bureaus.command(bureau), signIn, "a-long-password", "林晓岚", number, unit, Posts.AGENT));
    }

    @Test
    void what_was_given_is_shown_with_who_and_for_how_much() {
        TicketId ticket = ticket("宽带又断了");

        remedies.give(agent, ticket, RemedyKind.APOLOGY, null, " 电话致歉 ");
        remedies.give(agent, ticket, RemedyKind.BILL_CREDIT, yuan("50.00"), "");

        List<Remedy> given = given(ticket);
        assertThat(given).extracting(Remedy::kind).containsExactly(RemedyKind.APOLOGY, RemedyKind.BILL_CREDIT);
        assertThat(given).extracting(Remedy::sum).containsExactly(null, yuan("50.00"));
        assertThat(given.getFirst().note()).isEqualTo("电话致歉");
        assertThat(given).allMatch(one -> one.givenBy().equals(agent.staff()) && one.stands());
        assertThat(Remedies.total(given, YUAN)).isEqualTo(yuan("50.00"));
    }

    @Test
    void a_remedy_leaves_its_trail_and_its_message() {
        TicketId ticket = ticket("宽带又断了");

        // Looked at before the commit: afterwards the outbox is drained.
        String message = transaction.execute(status -> {
            remedies.give(agent, ticket, RemedyKind.REFUND, yuan("12.30"), "给张三");
            return message();
        });
        RemedyId id = given(ticket).getFirst().id();

        assertThat(trail(ticket, "remedy.give"))
                .singleElement()
                .satisfies(detail -> assertThat(detail)
                        .contains(id.value().toString(), "12.30", "refund")
                        .doesNotContain("张三"));
        assertThat(RemedyGiven.read(message))
                .returns(id.value(), RemedyGiven::remedy)
                .returns("CNY", RemedyGiven::currency)
                .returns(null, RemedyGiven::reverses);
    }

    @Test
    void a_remedy_is_taken_back_once_by_a_reversal_and_the_reversal_is_final() {
        TicketId ticket = ticket("宽带又断了");
        RemedyId id = remedies.give(agent, ticket, RemedyKind.REFUND, yuan("12.30"), "");

        remedies.takeBack(agent, id);

        assertThat(given(ticket))
                .singleElement()
                .satisfies(one -> assertThat(one.stands()).isFalse());
        assertThat(Remedies.total(given(ticket), YUAN)).isEqualTo(Money.zero(YUAN));
        assertThat(ledger(ticket)).isEqualByComparingTo("0");
        refused("remedy.takenback", () -> remedies.takeBack(agent, id));
        UUID reversal = jdbc.sql("select id from recovery.remedy where bureau = ? and reverses = ?")
                .params(bureau.id().value(), id.value())
                .query(UUID.class)
                .single();
        refused("remedy.reversal", () -> remedies.takeBack(agent, new RemedyId(reversal)));
        refused("remedy.absent", () -> remedies.takeBack(agent, new RemedyId(UUID.randomUUID())));
    }

    @Test
    void two_who_take_back_at_once_take_back_once() throws Exception {
        TicketId ticket = ticket("宽带又断了");
        RemedyId id = remedies.give(agent, ticket, RemedyKind.REFUND, yuan("12.30"), "");

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> results = both.invokeAll(Collections.nCopies(2, () -> {
                try {
                    remedies.takeBack(agent, id);
                    return true;
                } catch (Problem taken) {
                    return false;
                }
            }));

            assertThat(results).extracting(Future::get).containsExactlyInAnyOrder(true, false);
        }
        assertThat(ledger(ticket)).isEqualByComparingTo("0");
    }

    @Test
    void the_database_itself_changes_no_remedy_and_reverses_no_reversal() {
        TicketId ticket = ticket("宽带又断了");
        RemedyId id = remedies.give(agent, ticket, RemedyKind.REFUND, yuan("12.30"), "");
        remedies.takeBack(agent, id);

        assertThatThrownBy(() -> jdbc.sql("update recovery.remedy set amount = 1 where bureau = ?")
                        .param(bureau.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into recovery.remedy (bureau, id, ticket, kind, note, reverses, given_by, given_at)
                                select bureau, ?, ticket, kind, '', id, given_by, given_at from recovery.remedy
                                 where bureau = ? and reverses = ?
                                """)
                        .params(UUID.randomUUID(), bureau.id().value(), id.value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("foreign key");
    }

    @Test
    void a_sum_that_does_not_fit_is_refused_with_its_reason() {
        TicketId ticket = ticket("宽带又断了");

        refused("remedy.sum.missing", () -> remedies.give(agent, ticket, RemedyKind.REFUND, null, ""));
        refused("remedy.sum.unwanted", () -> remedies.give(agent, ticket, RemedyKind.APOLOGY, yuan("1.00"), ""));
        refused("remedy.sum.notpositive", () -> remedies.give(agent, ticket, RemedyKind.REFUND, yuan("0.00"), ""));
        refused("remedy.sum.notpositive", () -> remedies.give(agent, ticket, RemedyKind.REFUND, yuan("-5.00"), ""));
        refused("remedy.sum.ceiling", () -> remedies.give(agent, ticket, RemedyKind.REFUND, yuan("999999999"), ""));
        refused(
                "remedy.sum.currency",
                () -> remedies.give(agent, ticket, RemedyKind.REFUND, Money.of(CurrencyUnit.USD, BigDecimal.TEN), ""));
        refused("remedy.note.long", () -> remedies.give(agent, ticket, RemedyKind.APOLOGY, null, "长".repeat(501)));
        assertThat(given(ticket)).isEmpty();
    }

    @Test
    void who_may_not_work_on_the_ticket_gives_nothing() {
        TicketId ticket = ticket("宽带又断了");
        UnitId other = bureaus.addUnit(bureau.id(), "bill", "账务科", "Billing").id();
        Actor stranger = member("wu." + bureau.id().value(), "2108", other);
        Bureau elsewhere = bureaus.found("乙", "B", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false);

        refused("access.denied", () -> remedies.give(stranger, ticket, RemedyKind.APOLOGY, null, ""));
        refused("ticket.absent", () -> remedies.give(bureaus.command(elsewhere), ticket, RemedyKind.APOLOGY, null, ""));
        assertThat(given(ticket)).isEmpty();
    }

    @Test
    void a_second_failure_of_the_same_kind_is_told_with_what_was_given_then() {
        TicketId first = ticket("宽带断网，上不了网");
        remedies.give(agent, first, RemedyKind.BILL_CREDIT, yuan("30.00"), "");
        remedies.takeBack(agent, remedies.give(agent, first, RemedyKind.APOLOGY, null, ""));
        TicketId second = ticket("又是断网，家里没网");
        TicketId other = ticket("发票没有开");

        assertThat(repeated.find(agent, second)).hasValueSatisfying(repeat -> {
            assertThat(repeat.earlier().id()).isEqualTo(first);
            assertThat(repeat.given()).extracting(Remedy::kind).containsExactly(RemedyKind.BILL_CREDIT);
        });
        assertThat(repeated.find(agent, first)).isEmpty();
        assertThat(repeated.find(agent, other)).isEmpty();
    }

    @Test
    void another_failure_is_known_unless_it_is_the_same_matter_or_was_none() {
        TicketId bill = ticket("发票没有开");
        TicketId broken = ticket("宽带断网，上不了网");
        assertThat(repeated.before(agent, broken)).satisfies(before -> {
            assertThat(before.same()).isNull();
            assertThat(before.other()).isNotNull().returns(bill, TicketCard::id);
            assertThat(before.days()).isEqualTo(30);
        });
        assertThat(repeated.count(agent, broken)).isZero();
        joins.join(agent, broken, bill, null);
        assertThat(repeated.before(agent, broken).none()).isTrue();
        joins.part(agent, broken, null);
        tickets.step(agent, bill, tickets.get(agent, bill).version(), Step.CANCEL, "打错了");
        assertThat(repeated.before(agent, broken).none()).isTrue();
    }

    @Test
    void joined_tickets_are_one_failure_and_what_was_cancelled_was_none() {
        TicketId first = ticket("宽带断网，上不了网");
        TicketId same = ticket("断网了还没人来");
        TicketId second = ticket("又是断网，家里没网");
        assertThat(repeated.count(agent, second)).isEqualTo(2);
        joins.join(agent, same, first, null);
        assertThat(repeated.count(agent, second)).isEqualTo(1);
        assertThat(repeated.find(agent, same)).isEmpty();
        joins.join(agent, second, same, null);
        assertThat(repeated.find(agent, second)).isEmpty();
        joins.part(agent, second, null);
        assertThat(repeated.find(agent, second)).isPresent();
        joins.part(agent, same, null);
        for (TicketId id : List.of(first, same)) {
            tickets.step(agent, id, tickets.get(agent, id).version(), Step.CANCEL, "打错了");
        }
        assertThat(repeated.find(agent, second)).isEmpty();
    }

    @Test
    void a_repair_that_failed_again_repeats_whatever_was_repaired() {
        TicketId first = ticket("宽带断网，上不了网");
        ticket("发票没有开");
        TicketId again = ticket("师傅来修了两次，还是不行");

        assertThat(tickets.get(agent, again).suggestion()).isNotNull().returns("repair-failed-again", Suggestion::type);
        assertThat(repeated.find(agent, again))
                .hasValueSatisfying(repeat -> assertThat(repeat.earlier().id()).isEqualTo(first));
    }

    @Test
    void a_failure_before_the_window_is_no_repeat() {
        Instant now = Instant.parse("2026-11-20T02:00:00Z");
        ticket("断网，上不了网", now.minus(Duration.ofDays(31)));
        TicketId second = ticket("断网，家里没网", now);

        assertThat(repeated.find(agent, second)).isEmpty();

        ticket("断网，全家上不了网", now.minus(Duration.ofDays(30)));
        assertThat(repeated.find(agent, second)).isPresent();
    }

    @Test
    void a_form_that_arrives_twice_gives_once() throws Exception {
        TicketId ticket = ticket("宽带又断了");
        String key = UUID.randomUUID().toString();

        for (int arrival = 0; arrival < 2; arrival++) {
            pages.perform(post("/tickets/{id}/remedies", ticket.value())
                            .with(user(signIn.loadUserByUsername(name)))
                            .with(csrf())
                            .param("kind", "bill-credit")
                            .param("sum", "¥50")
                            .param("note", "")
                            .param("formKey", key))
                    .andExpect(status().isSeeOther())
                    .andExpect(header().string("Location", "/tickets/" + ticket.value() + "#remedies"));
        }

        assertThat(given(ticket)).extracting(Remedy::sum).containsExactly(yuan("50.00"));
    }

    @Test
    void a_sum_with_too_many_decimals_comes_back_with_its_reason_and_all_that_was_typed() throws Exception {
        TicketId ticket = ticket("宽带又断了");
        UserDetails lin = signIn.loadUserByUsername(name);

        MockHttpSession session = new MockHttpSession();
        pages.perform(post("/tickets/{id}/remedies?view=late", ticket.value())
                        .session(session)
                        .with(user(lin))
                        .with(csrf())
                        .cookie(new Cookie("lang", "en"))
                        .param("kind", "gift")
                        .param("sum", "120.005")
                        .param("note", "two cinema tickets")
                        .param("formKey", UUID.randomUUID().toString()))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/tickets/" + ticket.value() + "?view=late"));

        pages.perform(get("/tickets/{id}?view=late", ticket.value())
                        .with(user(lin))
                        .session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("“120.005” has too many decimals")))
                .andExpect(content().string(Matchers.containsString("value=\"two cinema tickets\"")))
                .andExpect(content().string(Matchers.containsString("value=\"gift\" selected")));
        assertThat(given(ticket)).isEmpty();
    }

    @Test
    void the_page_of_failure_types_counts_open_tickets() throws Exception {
        ticket("宽带断网，上不了网");

        for (String language : List.of("zh-CN", "en")) {
            pages.perform(get("/failure-types?lang={lang}", language).with(user(signIn.loadUserByUsername(name))))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("type=no-service")))
                    .andExpect(content().string(Matchers.containsString("<td class=\"r-num\">1</td>")));
        }
    }

    private TicketId ticket(String text) {
        return ticket(text, null);
    }

    private TicketId ticket(String text, @Nullable Instant received) {
        CustomerDraft customer = new CustomerDraft("desk", null, "周女士", "13812342046", "+8613812342046", null, null);
        return tickets.open(
                        agent,
                        new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "", text, customer, null, null, received))
                .id();
    }

    private List<Remedy> given(TicketId ticket) {
        return remedies.of(agent, List.of(ticket)).getOrDefault(ticket, List.of());
    }

    private BigDecimal ledger(TicketId ticket) {
        return jdbc.sql("select coalesce(sum(amount), 0) from recovery.remedy where bureau = ? and ticket = ?")
                .params(bureau.id().value(), ticket.value())
                .query(BigDecimal.class)
                .single();
    }

    private List<String> trail(TicketId ticket, String deed) {
        return jdbc.sql("select detail::text from trail.entry where bureau = ? and subject = ? and deed = ?")
                .params(bureau.id().value(), ticket.value(), deed)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private String message() {
        return jdbc.sql("select payload::text from platform.outbox where bureau = ? and topic = ?")
                .params(bureau.id().value(), RemedyGiven.TOPIC)
                .query(String.class)
                .single();
    }

    private static Money yuan(String amount) {
        return Money.of(YUAN, new BigDecimal(amount));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
