package org.redress.desk.recovery.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.SomeMoney;
import org.redress.desk.recovery.budget.Budgets;
import org.redress.desk.recovery.budget.Span;
import org.redress.desk.recovery.ledger.CompensationRuns;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.party.CustomerId;
import org.redress.platform.jobs.RecurringJob;
import org.redress.platform.text.Words;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.4")
class BalancesPageIT {

    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    @Autowired
    private Offices offices;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Remedies remedies;

    @Autowired
    private Budgets budgets;

    @Autowired
    private Compensations ledger;

    @Autowired
    private CompensationRuns runs;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private List<RecurringJob> jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private SomeMoney all;

    @BeforeEach
    void found() {
        all = new SomeMoney(offices, tickets, remedies);
    }

    private void give(int customers) {
        List<Proposal> owed = new ArrayList<>();
        for (int n = 1; n <= customers; n++) {
            owed.add(Proposal.of(
                    "owed." + n,
                    null,
                    new CustomerId(UUID.randomUUID()),
                    all.head.unit(),
                    RemedyKind.RENT_WAIVER.code(),
                    null,
                    null,
                    SomeMoney.yuan(n + ".25")));
        }
        runs.promiseOwed(all.product, owed);
        deliveries.await(all.product);
    }

    private static String next(String page) {
        Matcher found = NEXT.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    @Test
    void customers_are_listed_by_what_they_have_the_most_first_and_the_others_follow() throws Exception {
        give(52);
        Browser head = Browser.of(web, all.head);
        String first = head.look("/recovery/balances?by=CUSTOMER").page();
        assertThat(first).contains("¥52.25", "¥3.25").doesNotContain("¥2.25");
        String second = head.look(next(first)).page();
        assertThat(second).contains("¥2.25", "¥1.25").doesNotContain("¥3.25", "rel=\"next\"");
        assertThat(head.look("/recovery/balances?by=CUSTOMER&account=PROMISED").page())
                .contains("Nothing was given");
        assertThat(head.look("/recovery/balances?by=TYPE").page()).contains("¥1,391.00");
    }

    /** The cells of the row in which this is named, without what marks them. */
    private static List<String> row(String page, String named) {
        return Pattern.compile("<tr><td><a [^>]*>([^<]*)</a></td>(.*?)</tr>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .filter(found -> found.group(1).equals(named))
                .map(found -> Stream.of(found.group(2).split("</td>"))
                        .map(cell -> cell.replaceAll("<[^>]*>", "").strip())
                        .toList())
                .findFirst()
                .orElseThrow(() -> new AssertionError(named + " is not on\n" + page));
    }

    @Test
    void a_budget_and_those_who_give_are_listed_with_what_waits_and_what_was_posted_of_each() throws Exception {
        LocalDate today = ledger.today(all.manager);
        budgets.set(all.manager, null, Span.MONTH, today, SomeMoney.yuan("1000"), all.director.staff());
        all.give(all.agent, all.ticket("13812340001", "发票没有开"), "100");
        all.give(all.agent, all.ticket("13812340002", "发票没有开"), "400");
        all.give(all.other, all.ticket("13812340003", "发票没有开"), "60.50");
        deliveries.await(all.product);
        Browser head = Browser.of(web, all.head);

        String agents = head.look("/recovery/balances?by=AGENT").page();
        assertThat(row(agents, all.agent.name())).containsExactly("¥400.00", "¥0.00", "¥100.00", "", "");
        assertThat(row(agents, all.other.name())).containsExactly("¥0.00", "¥0.00", "¥60.50", "", "");
        assertThat(agents.indexOf(">" + all.agent.name() + "</a>"))
                .as("the largest first")
                .isLessThan(agents.indexOf(">" + all.other.name() + "</a>"));

        String budget = head.look("/recovery/balances?by=BUDGET").page();
        assertThat(row(budget, "Whole bureau " + Words.of(Locale.ENGLISH).date(today.withDayOfMonth(1))))
                .containsExactly("¥400.00", "¥0.00", "¥160.50", "", "");
    }

    @Test
    void the_page_of_the_reconciliation_says_what_was_found_when_the_sums_were_last_looked_at() throws Exception {
        give(2);
        Browser head = Browser.of(web, all.head);
        assertThat(head.look("/recovery/reconciliation").page())
                .contains("have not been held against the entries yet", "Everything agrees");
        jobs.stream()
                .filter(job -> job.name().equals("compensation-drift"))
                .forEach(job -> job.work().run());
        assertThat(head.look("/recovery/reconciliation").page())
                .contains("were held against the entries on", "Everything agrees");
        jdbc.sql("update recovery.drift set found = 2 where bureau = ?")
                .param(all.product.bureau().value())
                .update();
        assertThat(head.look("/recovery/reconciliation").page())
                .contains("2 kept sums are not what the entries add up to")
                .doesNotContain("Everything agrees", "rel=\"next\"");
    }
}
