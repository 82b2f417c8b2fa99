package org.redress.desk.recovery.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.SomeMoney;
import org.redress.desk.recovery.budget.Budgets;
import org.redress.desk.recovery.budget.Span;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Dimension;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@RedressIT
@Tag("S4.4")
class MoneyPagesIT {

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
    private Deliveries deliveries;

    @Autowired
    private UserDetailsService signIn;

    @Autowired
    private MockMvc pages;

    private SomeMoney all;

    @BeforeEach
    void found() {
        all = new SomeMoney(offices, tickets, remedies);
    }

    private ResultActions open(Actor as, String path) throws Exception {
        return pages.perform(get(path).with(user(signIn.loadUserByUsername(Offices.signIn(all.product, as.number())))));
    }

    private MockHttpServletRequestBuilder send(Actor as, String path) {
        return post(path)
                .with(user(signIn.loadUserByUsername(Offices.signIn(all.product, as.number()))))
                .with(csrf())
                .param("formKey", UUID.randomUUID().toString());
    }

    @Test
    void every_page_of_money_opens_empty_and_full_in_both_languages() throws Exception {
        List<String> paths = List.of(
                "/recovery/approvals",
                "/recovery/ledger",
                "/recovery/balances",
                "/recovery/budgets",
                "/recovery/billing",
                "/recovery/billing?state=OPEN",
                "/recovery/reconciliation",
                "/recovery/limits",
                "/recovery/reconciliation/" + YearMonth.from(ledger.today(all.head)));
        for (int round = 0; round < 2; round++) {
            for (String path : paths) {
                for (String language : List.of("zh-CN", "en")) {
                    open(all.manager, path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                            .andExpect(status().isOk());
                }
            }
            Remedy waits = all.give(all.agent, all.ticket("13812340001", "发票没有开"), "400", "又一次");
            all.give(all.agent, all.ticket("13812340002", "发票没有开"), "40", "又一次");
            if (round == 0) {
                UUID budget = budgets.set(
                        all.manager,
                        null,
                        Span.YEAR,
                        ledger.today(all.head),
                        SomeMoney.yuan("30"),
                        all.director.staff());
                open(all.head, "/recovery/budgets/" + budget).andExpect(status().isOk());
            }
            open(all.head, "/recovery/ledger/" + waits.id().value()).andExpect(status().isOk());
            open(all.agent, "/recovery/ledger/" + waits.id().value()).andExpect(status().isOk());
            deliveries.await(all.product);
        }
        for (Dimension by : Dimension.values()) {
            open(all.head, "/recovery/balances?by=" + by).andExpect(status().isOk());
        }
        open(all.head, "/recovery/ledger?by=TYPE&key=bill-credit")
                .andExpect(content().string(containsString("¥400.00")));
    }

    @Test
    void the_rail_says_how_many_approvals_wait_and_the_list_leads_to_the_decision() throws Exception {
        Remedy given = all.give(all.agent, all.ticket("13812340001", "发票没有开"), "400");

        open(all.head, "/recovery/approvals?lang=en")
                .andExpect(content().string(containsString("1 waits")))
                .andExpect(content().string(containsString(given.id().value() + "#decide")));
        open(all.agent, "/recovery/approvals?lang=en")
                .andExpect(content().string(containsString("What you have proposed")));
        open(all.other, "/recovery/approvals?lang=en")
                .andExpect(content().string(containsString("Nothing waits for approval")));
        pages.perform(send(all.head, "/recovery/ledger/" + given.id().value() + "/decide")
                        .param("version", "1")
                        .param("verdict", "yes")
                        .param("why", ""))
                .andExpect(status().isSeeOther());
        assertThat(all.find(given.ticket(), given.id()).waits()).isFalse();
    }

    @Test
    void whoever_sees_only_their_own_sees_of_anothers_neither_words_nor_the_budget() throws Exception {
        budgets.set(all.manager, null, Span.YEAR, ledger.today(all.head), SomeMoney.yuan("777"), all.director.staff());
        Remedy given = all.give(all.agent, all.ticket("13812340001", "发票没有开"), "400");
        String path = "/recovery/ledger/" + given.id().value();
        pages.perform(send(all.head, path + "/decide")
                        .param("version", "1")
                        .param("verdict", "no")
                        .param("why", "客户上月才投诉过"))
                .andExpect(status().isSeeOther());

        for (Actor reader : List.of(all.head, all.agent)) {
            open(reader, path)
                    .andExpect(content().string(containsString("客户上月才投诉过")))
                    .andExpect(content().string(containsString("777.00")));
        }
        open(all.other, path)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("¥400.00")))
                .andExpect(content().string(not(containsString("客户上月才投诉过"))))
                .andExpect(content().string(not(containsString("777.00"))));
        Compensation bare = ledger.propose(
                all.agent,
                Proposal.of("bare", null, null, all.agent.unit(), "bill-credit", null, null, SomeMoney.yuan("3")));
        open(all.agent, "/recovery/ledger/" + bare.id().value()).andExpect(status().isOk());
        open(all.other, "/recovery/ledger/" + bare.id().value()).andExpect(status().isNotFound());
    }

    @Test
    void a_no_without_words_comes_back_and_whoever_was_slower_is_told_by_whom() throws Exception {
        Remedy given = all.give(all.agent, all.ticket("13812340001", "发票没有开"), "400");
        String path = "/recovery/ledger/" + given.id().value();

        pages.perform(send(all.head, path + "/decide")
                        .param("version", "1")
                        .param("verdict", "no")
                        .param("why", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"f-why-e\"")));
        pages.perform(send(all.head, path + "/decide")
                        .param("version", "1")
                        .param("verdict", "yes")
                        .param("why", ""))
                .andExpect(status().isSeeOther());
        MockHttpSession session = new MockHttpSession();
        pages.perform(send(all.director, path + "/decide")
                        .session(session)
                        .param("version", "1")
                        .param("verdict", "yes")
                        .param("why", ""))
                .andExpect(header().string("Location", path));
        pages.perform(get(path)
                        .session(session)
                        .with(user(signIn.loadUserByUsername(Offices.signIn(all.product, "2002")))))
                .andExpect(content().string(containsString(all.head.name())));
    }

    @Test
    void staff_declare_their_accounts_and_see_their_own_alone() throws Exception {
        all.ticket("13812340001", "发票没有开");

        pages.perform(send(all.agent, "/recovery/limits/kin")
                        .param("customer", "13812340001")
                        .param("relation", "FAMILY"))
                .andExpect(status().isSeeOther());
        pages.perform(send(all.agent, "/recovery/limits/kin")
                        .param("customer", "19900000000")
                        .param("relation", "FAMILY"))
                .andExpect(status().isUnprocessableContent());
        open(all.agent, "/recovery/limits?lang=en").andExpect(content().string(containsString("/withdraw")));
        open(all.other, "/recovery/limits?lang=en").andExpect(content().string(containsString("None declared")));
    }

    @Test
    void budgets_are_set_on_their_page_by_who_may_and_a_month_is_taken_out_as_a_file() throws Exception {
        all.give(all.agent, all.ticket("13812340001", "发票没有开"), "40");
        pages.perform(send(all.manager, "/recovery/budgets")
                        .param("unit", "")
                        .param("span", "MONTH")
                        .param("day", ledger.today(all.head).toString())
                        .param("sum", "1,000")
                        .param("holder", all.director.staff().value().toString()))
                .andExpect(status().isSeeOther());
        pages.perform(send(all.manager, "/recovery/budgets")
                        .param("unit", "")
                        .param("span", "MONTH")
                        .param("day", "then")
                        .param("sum", "1,000")
                        .param("holder", ""))
                .andExpect(status().isUnprocessableContent());
        pages.perform(send(all.head, "/recovery/budgets")
                        .param("unit", "")
                        .param("span", "YEAR")
                        .param("day", ledger.today(all.head).toString())
                        .param("sum", "5")
                        .param("holder", all.director.staff().value().toString()))
                .andExpect(status().isForbidden());
        open(all.manager, "/recovery/budgets").andExpect(content().string(containsString("¥1,000.00")));
        String file = "/recovery/reconciliation/" + YearMonth.from(ledger.today(all.head)) + ".csv";
        open(all.head, file)
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andExpect(content().string(containsString("40.00")));
        open(all.agent, file).andExpect(status().isForbidden());
        open(all.agent, "/recovery/reconciliation").andExpect(status().isForbidden());
    }

    @Test
    void a_ticket_shows_how_far_its_compensation_is_and_warns_of_the_earlier_one() throws Exception {
        Remedy given = all.give(all.agent, all.ticket("13812340001", "发票没有开"), "400");

        open(all.agent, "/tickets/" + given.ticket().value() + "?lang=en")
                .andExpect(content().string(containsString("Waits for approval")))
                .andExpect(content().string(containsString("on this very ticket")))
                .andExpect(content().string(containsString("name=\"why\"")));
        pages.perform(send(all.agent, "/tickets/" + given.ticket().value() + "/remedies")
                        .param("kind", "bill-credit")
                        .param("sum", "10")
                        .param("note", "")
                        .param("why", ""))
                .andExpect(status().isSeeOther());
        assertThat(remedies.of(all.head, List.of(given.ticket())).get(given.ticket()))
                .hasSize(1);
    }
}
