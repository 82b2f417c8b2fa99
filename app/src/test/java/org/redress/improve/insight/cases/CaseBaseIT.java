package org.redress.improve.insight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Verdict;
import org.redress.desk.ticket.Without;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.Redactions;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.Causes;
import org.redress.improve.insight.Findings;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@Tag("S8.4")
class CaseBaseIT {

    @Autowired
    MockMvc web;

    @Autowired
    Offices offices;

    @Autowired
    Tickets tickets;

    @Autowired
    Remedies remedies;

    @Autowired
    Causes causes;

    @Autowired
    Findings findings;

    @Autowired
    CaseBase cases;

    @Autowired
    CaseWork work;

    @Autowired
    CaseDue due;

    @Autowired
    CaseTermRows terms;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Redactions redactions;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor agent;
    private Actor other;
    private Cause splitter;

    @BeforeEach
    void hire() {
        command = offices.found();
        agent = offices.hire(command, Posts.AGENT, "2107");
        other = offices.hire(command, Posts.AGENT, "2108");
        splitter = causes.offered(agent).stream()
                .filter(one -> one.code().equals("line.splitter"))
                .findFirst()
                .orElseThrow();
    }

    private Ticket inHand(TicketKind kind, String subject, String text, String place) {
        CustomerDraft customer = new CustomerDraft(
                "desk", null, "周建平", "13912345678", "+8613912345678", "zhou.jp@163.com", "枫林路12号3栋501室");
        Ticket ticket =
                tickets.open(agent, new NewTicket(kind, Channel.HOT_LINE, subject, text, customer, place, null, null));
        ticket = done(tickets.step(agent, ticket.id(), ticket.version(), Step.START, null));
        return done(tickets.classify(agent, ticket.id(), ticket.version(), "no-service"));
    }

    private Ticket close(Ticket ticket) {
        Ticket now = done(tickets.answer(agent, ticket.id(), ticket.version(), Channel.HOT_LINE, "周建平先生，分光箱已换，抱歉。"));
        now = done(tickets.settle(agent, now.id(), now.version(), "换了分光箱，王师傅当面测试正常"));
        return end(now);
    }

    private Ticket end(Ticket ticket) {
        Ticket now = ticket;
        if (now.kind() == TicketKind.COMPLAINT) {
            now = done(tickets.find(agent, now.id(), now.version(), Verdict.UPHELD, "属实"));
        }
        now = done(tickets.step(agent, now.id(), now.version(), Step.RESOLVE, null));
        return done(tickets.close(agent, now.id(), now.version(), Without.NOTHING));
    }

    private static Ticket done(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Done.class);
        return ((StepResult.Done) result).ticket();
    }

    /** Everything told is heard, and every case that is due is written, whoever does so. */
    private void learn() {
        deliveries.await(command);
        Awaitility.await().until(() -> {
            work.run();
            return jdbc.sql("""
                            select not exists (select from insight.case_due where bureau = :bureau)
                               and not exists (select from insight.case_uncounted where bureau = :bureau)
                            """)
                    .param("bureau", command.bureau().value())
                    .query(Boolean.class)
                    .single();
        });
    }

    private TicketId closedFault(String subject, String text, String place) {
        Ticket ticket = inHand(TicketKind.FAULT, subject, text, place);
        findings.name(agent, ticket.id(), splitter.id(), "");
        remedies.give(
                agent, ticket.id(), RemedyKind.BILL_CREDIT, Money.of(CurrencyUnit.of("CNY"), 30), "给周建平补偿", "另一次断网");
        return close(ticket).id();
    }

    @Test
    void a_closed_recovery_becomes_a_case_by_itself_and_keeps_nobody() {
        TicketId ticket =
                closedFault("宽带断了，光猫亮红灯", "我是周建平，住枫林路12号3栋501室，电话139-1234-5678。昨晚宽带断了，光猫红灯一直闪。", "枫林路12号3栋501室");
        learn();

        RecoveryCase one = cases.get(agent, ticket);
        assertThat(one.revision()).isEqualTo(1);
        assertThat(one.cause()).isEqualTo(splitter.id());
        assertThat(one.failure().type()).isEqualTo("no-service");
        assertThat(one.failure().said()).contains("光猫红灯一直闪").doesNotContain("周", "1234", "501", "12号");
        assertThat(one.handling().answer()).contains("分光箱已换").doesNotContain("周建平");
        assertThat(one.handling().settlement()).contains("换了分光箱").doesNotContain("王师傅");
        assertThat(one.context().place()).isEqualTo("枫林路");
        assertThat(one.context().service()).isEqualTo(Service.BROADBAND);
        assertThat(one.measures())
                .singleElement()
                .satisfies(measure -> assertThat(measure.kind()).isEqualTo(RemedyKind.BILL_CREDIT))
                .satisfies(measure -> assertThat(measure.sum()).isEqualTo(Money.of(CurrencyUnit.of("CNY"), 30)));
        assertThat(one.effect().worked()).isEqualTo(RecoveryCase.Worked.UNKNOWN);
        String stored = jdbc.sql("select string_agg(c::text, ' ') from insight.recovery_case c where bureau = ?")
                .param(command.bureau().value())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("周建平", "13912345678", "zhou.jp", "3栋");
    }

    @Test
    void told_twice_it_is_written_once_and_by_two_workers_once() throws Exception {
        TicketId ticket = closedFault("宽带断了", "分光箱进水，宽带断了", "枫林路");
        learn();
        for (int again = 0; again < 2; again++) {
            jdbc.sql("""
                            insert into insight.case_due (bureau, ticket, why, due_at) values (?, ?, 'closed', now())
                            on conflict do nothing
                            """).params(command.bureau().value(), ticket.value()).update();
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                List<Future<Integer>> runs = new ArrayList<>();
                runs.add(two.submit(work::run));
                runs.add(two.submit(work::run));
                for (Future<Integer> run : runs) {
                    run.get();
                }
            }
        }
        learn();
        assertThat(cases.get(agent, ticket).revision()).isEqualTo(1);
        assertThat(cases.revisions(agent, ticket)).hasSize(1);
    }

    @Test
    void a_matter_that_is_opened_again_puts_its_case_in_doubt_and_closing_it_again_revises_it() {
        TicketId ticket = closedFault("宽带断了", "分光箱进水，宽带断了", "枫林路");
        learn();
        Ticket again =
                done(tickets.step(agent, ticket, tickets.get(agent, ticket).version(), Step.REOPEN, "客户说又断了"));
        learn();
        RecoveryCase doubted = cases.get(agent, ticket);
        assertThat(doubted.standing()).isFalse();
        assertThat(doubted.revision()).isEqualTo(2);
        assertThat(cases.similar(agent, Asked.words("分光箱进水，宽带断了", ""), 5)).isEmpty();
        assertThat(cases.list(agent, null, CaseBase.Place.TOP, 10)).isEmpty();

        Ticket answered = done(tickets.answer(agent, ticket, again.version(), Channel.HOT_LINE, "皮线整段换了，请您再试"));
        Ticket settled = done(tickets.settle(agent, ticket, answered.version(), "换了整段皮线"));
        end(settled);
        learn();
        RecoveryCase revised = cases.get(agent, ticket);
        assertThat(revised.standing()).isTrue();
        assertThat(revised.revision()).isEqualTo(3);
        assertThat(revised.effect().worked()).isEqualTo(RecoveryCase.Worked.NOT);
        assertThat(revised.handling().settlement()).contains("皮线");
        assertThat(cases.revisions(agent, ticket))
                .extracting(CaseRows.Revision::why)
                .containsExactly("closed", "reopened", "closed");
    }

    @Test
    void what_is_taken_back_or_found_after_the_closing_is_in_the_case_too() {
        Ticket ticket = inHand(TicketKind.FAULT, "宽带断了", "分光箱进水，宽带断了", "枫林路");
        findings.name(agent, ticket.id(), splitter.id(), "");
        RemedyId remedy = remedies.give(agent, ticket.id(), RemedyKind.APOLOGY, null, "");
        close(ticket);
        learn();
        remedies.takeBack(agent, remedy);
        Cause relapse = causes.offered(agent).stream()
                .filter(one -> one.code().equals("line.relapse"))
                .findFirst()
                .orElseThrow();
        findings.name(agent, ticket.id(), relapse.id(), "");
        learn();
        RecoveryCase one = cases.get(agent, ticket.id());
        assertThat(one.cause()).isEqualTo(relapse.id());
        assertThat(one.measures()).singleElement().matches(RecoveryCase.Measure::takenBack);
    }

    @Test
    void what_got_a_no_is_no_measure_of_a_case() {
        Ticket ticket = inHand(TicketKind.FAULT, "宽带断了", "分光箱进水，宽带断了", "枫林路");
        remedies.give(agent, ticket.id(), RemedyKind.APOLOGY, null, "");
        RemedyId much = remedies.give(
                agent, ticket.id(), RemedyKind.BILL_CREDIT, Money.of(CurrencyUnit.of("CNY"), 4000), "", "断了一个月");
        remedies.takeBack(agent, much);
        assertThat(remedies.of(agent, List.of(ticket.id())).get(ticket.id()))
                .extracting(Remedy::state)
                .contains(Remedy.State.REFUSED);
        findings.name(agent, ticket.id(), splitter.id(), "");
        close(ticket);
        learn();
        assertThat(cases.get(agent, ticket.id()).measures())
                .extracting(RecoveryCase.Measure::kind)
                .containsExactly(RemedyKind.APOLOGY);
    }

    @Test
    void what_taught_nothing_becomes_no_case() {
        Ticket enquiry = inHand(TicketKind.ENQUIRY, "营业厅几点开门", "请问几点开门", "");
        close(enquiry);
        learn();
        assertThatThrownBy(() -> cases.get(agent, enquiry.id()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("case.absent");
    }

    @Test
    void tickets_closed_before_the_upgrade_become_cases_by_the_same_work() {
        TicketId ticket = closedFault("宽带断了", "分光箱进水，宽带断了", "枫林路");
        learn();
        int bureau = command.bureau().value();
        for (String table :
                List.of("case_measure", "case_revision", "recovery_case", "case_terms", "case_term", "case_count")) {
            jdbc.sql("delete from insight." + table + " where bureau = ?")
                    .param(bureau)
                    .update();
        }
        jdbc.sql("""
                        insert into insight.case_due (bureau, ticket, why, due_at)
                        select bureau, ticket, 'before', now() from insight.fact where bureau = ? and closed_at is not null
                        """).param(bureau).update();
        learn();
        assertThat(cases.get(agent, ticket).failure().said()).contains("分光箱进水");
    }

    @Test
    void similar_cases_come_first_with_why_and_what_worked_in_both_languages() {
        TicketId wet = closedFault("下雨就断网", "一下雨宽带就断，师傅说分光箱进水", "枫林路");
        TicketId bill = closedFault("账单多出一项", "十一月账单多出一项增值费，从来没订过彩铃", "河东区");
        TicketId router = closedFault(
                "Internet keeps dropping",
                "The router loses its connection every evening, the modem light turns red",
                "North");
        closedFault("Charged twice", "My bill shows two charges for the same month and nobody refunded it", "South");
        learn();

        List<SimilarCase> chinese =
                cases.similar(agent, new Asked("每次下雨都断网，是不是分光箱又进水", "no-service", "枫林路", null, null), 5);
        assertThat(chinese.getFirst().found().ticket()).isEqualTo(wet);
        assertThat(chinese.getFirst().words()).anyMatch(word -> word.contains("分光箱"));
        assertThat(chinese.getFirst().alike())
                .containsExactlyInAnyOrder(SimilarCase.Alike.TYPE, SimilarCase.Alike.PLACE);
        assertThat(chinese).noneMatch(one -> one.found().ticket().equals(bill));

        List<SimilarCase> english = cases.similar(
                agent, Asked.words("connections drop in the evenings and the modem shows red lights", ""), 5);
        assertThat(english.getFirst().found().ticket()).isEqualTo(router);
        assertThat(english.getFirst().words()).contains("modem");
        assertThat(cases.similar(agent, Asked.words("的了是", ""), 5)).isEmpty();
        assertThat(cases.similar(agent, Asked.words("' \\ & | ! : * <-> '", ""), 5))
                .isEmpty();
    }

    @Test
    void an_agent_has_one_mark_for_a_case_and_type_and_marks_change_the_order_within_bounds() {
        TicketId first = closedFault("下雨断网", "下雨断网，分光箱进水严重", "枫林路");
        TicketId second = closedFault("下雨断网", "下雨断网，分光箱进水严重啊", "枫林路");
        learn();
        Asked asked = Asked.words("下雨断网，分光箱进水严重", "no-service");
        assertThat(cases.similar(agent, asked, 2).getFirst().found().ticket()).isEqualTo(first);

        for (int twice = 0; twice < 2; twice++) {
            cases.mark(agent, second, "no-service", true);
        }
        cases.mark(other, second, "no-service", true);
        assertThat(cases.marks(agent, second, "no-service")).isEqualTo(new SimilarCase.Marks(2, 0, true));
        assertThat(cases.similar(agent, asked, 2).getFirst().found().ticket()).isEqualTo(second);
        assertThat(cases.similar(agent, Asked.words("下雨断网，分光箱进水严重", "other"), 2)
                        .getFirst()
                        .found()
                        .ticket())
                .isEqualTo(first);

        cases.mark(agent, second, "no-service", false);
        assertThat(cases.marks(agent, second, "no-service")).isEqualTo(new SimilarCase.Marks(1, 1, false));
    }

    @Test
    void two_marks_of_one_agent_at_once_are_one() throws Exception {
        TicketId ticket = closedFault("下雨断网", "下雨断网，分光箱进水", "枫林路");
        learn();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<?>> marks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                boolean useful = i % 2 == 0;
                marks.add(two.submit(() -> cases.mark(agent, ticket, "t", useful)));
            }
            for (Future<?> mark : marks) {
                mark.get();
            }
        }
        SimilarCase.Marks marks = cases.marks(agent, ticket, "t");
        assertThat(marks.useful() + marks.not()).isEqualTo(1);
    }

    @Test
    void only_who_may_read_tickets_reads_cases_and_only_who_may_write_them_marks() {
        TicketId ticket = closedFault("下雨断网", "下雨断网，分光箱进水", "枫林路");
        learn();
        Actor nobody = new Actor(
                agent.bureau(),
                agent.staff(),
                agent.name(),
                agent.number(),
                agent.unit(),
                "none",
                List.of(),
                agent.language(),
                agent.zone(),
                agent.region(),
                agent.jurisdiction());
        assertThatThrownBy(() -> cases.get(nobody, ticket)).hasMessageContaining("access.denied");
        assertThatThrownBy(() -> cases.similar(nobody, Asked.words("断网", ""), 5))
                .hasMessageContaining("access.denied");
        assertThatThrownBy(() -> cases.mark(nobody, ticket, "", true)).hasMessageContaining("access.denied");
        Actor stranger = offices.hire(offices.found(), Posts.AGENT, "9");
        assertThatThrownBy(() -> cases.get(stranger, ticket)).hasMessageContaining("case.absent");
        assertThat(cases.similar(stranger, Asked.words("下雨断网，分光箱进水", ""), 5)).isEmpty();
    }

    @Test
    void blacking_out_the_customer_covers_what_the_cover_had_let_through() {
        TicketId ticket = closedFault("宽带断了", "分光箱进水，宽带断了", "枫林路");
        learn();
        jdbc.sql("update insight.recovery_case set said = '周建平说分光箱进水' where bureau = ? and ticket = ?")
                .params(command.bureau().value(), ticket.value())
                .update();
        terms.write(command.bureau(), cases.get(agent, ticket));
        jdbc.sql("insert into insight.case_term (bureau, term, cases) values (?, '周建', 1), (?, '建平', 3)")
                .params(command.bureau().value(), command.bureau().value())
                .update();
        Ticket closed = tickets.get(agent, ticket);
        redactions.redact(command, java.util.Objects.requireNonNull(closed.customer()), "客户要求");
        assertThat(cases.get(agent, ticket).failure().said()).contains("分光箱进水").doesNotContain("周建平");
        assertThat(terms.cases(command.bureau(), List.of("周建", "建平", "分光")))
                .containsOnly(entry("周建", 0), entry("建平", 0), entry("分光", 1));
        assertThat(jdbc.sql("select term from insight.case_term where bureau = ? and term like '%建%'")
                        .param(command.bureau().value())
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void a_term_that_another_case_still_has_is_kept_when_one_is_covered() {
        TicketId ticket = closedFault("宽带断了", "分光箱进水，宽带断了", "枫林路");
        closedFault("宽带断了", "分光箱进水，宽带断了", "枫林路");
        learn();
        RecoveryCase one = cases.get(agent, ticket);
        jdbc.sql("update insight.recovery_case set said = '宽带断了' where bureau = ? and ticket = ?")
                .params(command.bureau().value(), ticket.value())
                .update();
        terms.cover(command.bureau(), cases.get(agent, one.ticket()));
        assertThat(terms.cases(command.bureau(), List.of("分光", "宽带"))).containsOnly(entry("分光", 1), entry("宽带", 2));
    }

    @Test
    void the_list_goes_on_where_it_stopped() {
        for (int i = 0; i < 5; i++) {
            closedFault("宽带断了" + i, "分光箱进水，宽带断了", "枫林路");
        }
        learn();
        List<RecoveryCase> first = cases.list(agent, "no-service", CaseBase.Place.TOP, 3);
        RecoveryCase last = first.getLast();
        List<RecoveryCase> rest = cases.list(
                agent,
                "no-service",
                new CaseBase.Place(last.closedAt(), last.ticket().value()),
                3);
        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(cases.list(agent, "other", CaseBase.Place.TOP, 3)).isEmpty();
        assertThat(last.closedAt()).isBefore(Instant.MAX);
    }

    @Test
    void what_changes_while_its_case_is_written_is_asked_for_again() throws Exception {
        CaseDue.Due one = new CaseDue.Due(command.bureau(), new TicketId(UUID.randomUUID()), "closed");
        jdbc.sql("insert into insight.case_due (bureau, ticket, why, due_at) values (?, ?, 'closed', '2999-01-01')")
                .params(command.bureau().value(), one.ticket().value())
                .update();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<?> worker = two.submit(() -> {
                transactions.executeWithoutResult(status -> {
                    assertThat(asked(one, " for update")).isEqualTo(1);
                    held.countDown();
                    Awaitility.await().pollInSameThread().until(() -> told.getCount() == 0 || somebodyWaits());
                    due.done(one);
                });
                written.countDown();
            });
            Future<Integer> listener = two.submit(() -> transactions.execute(status -> {
                await(held);
                due.ask(command.bureau().value(), List.of(one.ticket().value()), List.of(), "closed");
                told.countDown();
                await(written);
                return asked(one, "");
            }));
            worker.get();
            assertThat(listener.get()).isEqualTo(1);
        }
    }

    private int asked(CaseDue.Due one, String held) {
        return jdbc.sql("select ticket from insight.case_due where bureau = ? and ticket = ?" + held)
                .params(one.bureau().value(), one.ticket().value())
                .query(UUID.class)
                .list()
                .size();
    }

    private boolean somebodyWaits() {
        return jdbc.sql(
                        "select exists (select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cases_are_offered_on_the_contact_form_and_on_the_ticket_with_and_without_a_script() throws Exception {
        TicketId old = closedFault("下雨就断网", "一下雨宽带就断，师傅说分光箱进水", "枫林路");
        Ticket ticket = inHand(TicketKind.FAULT, "又下雨断网", "一下雨宽带就断，是不是分光箱进水", "枫林路");
        learn();
        Browser browser = Browser.of(web, agent);
        String page = browser.look("/tickets/" + ticket.id().value()).page();
        assertThat(page).contains("Similar cases", "/cases/" + old.value(), "分光箱", "same place", "Useful 0");

        String[] form = {
            "draft",
            UUID.randomUUID().toString(),
            "page",
            UUID.randomUUID().toString(),
            "seen",
            "0",
            "begun",
            "1",
            "words",
            "下雨断网，分光箱进水了"
        };
        assertThat(browser.type(UUID.randomUUID().toString(), "/contacts/new/told", form)
                        .page())
                .as("as one types")
                .contains("/cases/" + old.value())
                .doesNotContain("<html");
        Browser.Answer kept = browser.send("/contacts/new/told", form);
        assertThat(kept.status()).isEqualTo(303);
        assertThat(browser.look(kept.next().replaceAll("#.*", "")).page()).contains("/cases/" + old.value());
        assertThat(browser.look("/contacts/new").page()).contains("similar cases appear here");

        String one = "/cases/" + old.value();
        assertThat(browser.look(one).page()).contains("分光箱进水", "Bill credit", "Splitter box wet");
        Browser.Answer marked = browser.send(one + "/mark", "for", "no-service", "useful", "true", "back", "//evil");
        assertThat(marked.next()).isEqualTo(one);
        assertThat(browser.look(one + "?for=no-service").page()).contains("Useful 1");
        assertThat(browser.look("/cases?q=" + "%E5%88%86%E5%85%89%E7%AE%B1").page())
                .contains(one);
        assertThat(browser.look("/cases").page()).contains(one, "Effect not known");
        assertThat(browser.look("/cases/" + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
