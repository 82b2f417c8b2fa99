package org.redress.desk.recovery.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.credit.HitTown;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.CompensationRuns;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactions;
import org.redress.ground.rulebook.Revision;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.3")
class PatternsIT {

    @Autowired
    HitTown towns;

    @Autowired
    Patterns patterns;

    @Autowired
    PatternWatch watch;

    @Autowired
    Compensations ledger;

    @Autowired
    CompensationRuns runs;

    @Autowired
    Tickets tickets;

    @Autowired
    Remedies remedies;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Redactions redactions;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private HitTown.Town town;

    @BeforeEach
    void found() {
        town = towns.found(8);
        // What an agent may give by itself for one case is the bound of two of the patterns.
        jdbc.sql("""
                        insert into rulebook.rule (bureau, id, code, jurisdiction, version, amount, unit, valid_from, confirm,
                               title_zh, title_en, source_zh, source_en)
                        select :bureau, gen_random_uuid(), 'authority.case.agent', 'house', 1, 100, 'YUAN', '2000-01-01', false,
                               'x', 'x', 'x', 'x'
                         where not exists (select from rulebook.rule where bureau = :bureau and code = 'authority.case.agent')
                        """).param("bureau", town.command().bureau().value()).update();
    }

    private UUID give(Actor giver, int customer, String sum) {
        Proposal proposal = Proposal.of(
                "test." + UUID.randomUUID(),
                null,
                town.customers().get(customer),
                town.crew(),
                "bill-credit",
                null,
                null,
                Money.of(CurrencyUnit.of("CNY"), new BigDecimal(sum)));
        ledger.propose(giver, proposal);
        deliveries.await(town.command());
        return proposal.id().value();
    }

    private void rule(String code, String amount) {
        rulebook.revise(
                town.command(),
                new Revision(code, Rule.HOUSE, new BigDecimal(amount), ledger.today(town.command()), "试行"));
    }

    private List<Pattern> open() {
        return patterns.list(town.manager(), true, null, null, 20);
    }

    @Test
    void a_series_just_below_the_limit_of_a_post_is_noticed_with_its_evidence() {
        give(town.agent(), 0, "89.99");
        for (int n = 1; n < 5; n++) {
            give(town.agent(), n, "9" + n + ".00");
        }
        assertThat(open()).as("four are no series").isEmpty();
        give(town.agent(), 5, "100.00");

        assertThat(open()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(PatternKind.BELOW_LIMIT);
            assertThat(one.subject()).isEqualTo(town.agent().staff().value());
            assertThat(one.cases()).isEqualTo(5);
            assertThat(one.bounds()).isEqualTo("90 5 30");
            assertThat(patterns.cases(town.manager(), one.id()))
                    .hasSize(5)
                    .allSatisfy(each ->
                            assertThat(each.giver()).isEqualTo(town.agent().staff()));
        });
    }

    @Test
    void a_share_in_parts_of_a_percent_is_gone_by_as_it_is() {
        rule("pattern.below.share", "92.5");
        for (int n = 0; n < 5; n++) {
            give(town.agent(), n, n == 0 ? "92.49" : "92.50");
        }
        assertThat(open()).isEmpty();
        give(town.agent(), 5, "92.50");

        assertThat(open()).singleElement().returns("92.5 5 30", Pattern::bounds);
    }

    @Test
    void what_goes_wrong_while_looking_holds_up_no_posting() {
        jdbc.sql("update rulebook.rule set code = 'was.' || code where bureau = ? and code = 'pattern.again.count'")
                .param(town.command().bureau().value())
                .update();
        rule("pattern.split.count", "3");
        RemedyId given = remedies.give(
                town.agent(),
                tickets.openFor(
                                town.agent(),
                                new NewTicket(
                                        TicketKind.COMPLAINT, Channel.HOT_LINE, "", "发票没有开", null, null, null, null),
                                town.customers().getFirst())
                        .id(),
                RemedyKind.BILL_CREDIT,
                Money.of(CurrencyUnit.of("CNY"), 10),
                "");

        Awaitility.await()
                .untilAsserted(() -> assertThat(ledger.get(town.head(), new CompensationId(given.value()))
                                .account())
                        .isEqualTo(Account.POSTED));
    }

    @Test
    void a_series_close_to_the_limit_is_not_drowned_by_many_small_sums() {
        given(4, "95", 2);
        given(220, "1", 0);
        give(town.agent(), 5, "95.00");

        assertThat(open()).extracting(Pattern::kind).contains(PatternKind.BELOW_LIMIT);
    }

    /** What the agent gave some days ago, as the ledger has it, to customers whom nobody knows. */
    private void given(int times, String sum, int daysAgo) {
        jdbc.sql("insert into recovery.book (bureau, currency) values (?, 'CNY') on conflict do nothing")
                .param(town.command().bureau().value())
                .update();
        jdbc.sql("""
                        insert into recovery.compensation (bureau, id, key, basis, customer, unit, type, giver, amount, currency, day,
                               proposed_at, account)
                        select :bureau, gen_random_uuid(), gen_random_uuid()::text, 'GOODWILL', gen_random_uuid(), :unit, 'bill-credit',
                               :giver, :sum, 'CNY', :day, now(), 'POSTED' from generate_series(1, :times)
                        """)
                .param("bureau", town.command().bureau().value())
                .param("unit", town.crew().value())
                .param("giver", town.agent().staff().value())
                .param("sum", new BigDecimal(sum))
                .param("day", ledger.today(town.command()).minusDays(daysAgo))
                .param("times", times)
                .update();
    }

    @Test
    void several_small_sums_for_one_customer_and_one_who_comes_again_and_again_are_noticed() {
        give(town.agent(), 0, "40.00");
        give(town.head(), 0, "30.00");
        give(town.agent(), 0, "30.00");
        assertThat(open()).as("together within the limit").isEmpty();
        give(town.agent(), 0, "0.01");

        assertThat(open()).extracting(Pattern::kind).containsExactlyInAnyOrder(PatternKind.SPLIT, PatternKind.AGAIN);
    }

    @Test
    void customers_who_share_a_number_are_noticed_without_telling_it() {
        for (int n = 1; n < 3; n++) {
            jdbc.sql(
                            "insert into party.contact_point (bureau, customer, kind, given) values (?, ?, 'PHONE', '13810000000')")
                    .params(
                            town.command().bureau().value(),
                            town.customers().get(n).value())
                    .update();
        }
        give(town.agent(), 0, "10.00");
        give(town.head(), 1, "10.00");
        assertThat(open()).isEmpty();
        give(town.second(), 2, "10.00");

        assertThat(open()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(PatternKind.SAME_CONTACT);
            assertThat(one.cases()).isEqualTo(3);
        });
    }

    @Test
    void what_a_law_owes_is_no_pattern() {
        for (int n = 0; n < 6; n++) {
            runs.promiseOwed(
                    town.command(),
                    List.of(Proposal.of(
                            "owed." + n,
                            null,
                            town.customers().getFirst(),
                            town.crew(),
                            "rent-waiver",
                            null,
                            null,
                            Money.of(CurrencyUnit.of("CNY"), new BigDecimal("95.00")))));
        }
        deliveries.await(town.command());
        assertThat(open()).isEmpty();
    }

    @Test
    void the_same_message_twice_notices_once_and_a_series_that_grows_is_the_same_one() {
        UUID last = new UUID(0, 0);
        for (int n = 0; n < 4; n++) {
            last = give(town.agent(), 0, "10.00");
        }
        int version = open().getFirst().version();
        watch.look(town.command(), List.of(last));
        assertThat(open()).hasSize(1);
        give(town.agent(), 0, "10.00");
        assertThat(open()).singleElement().satisfies(one -> {
            assertThat(one.cases()).isEqualTo(5);
            assertThat(one.version()).isGreaterThan(version);
        });
    }

    @Test
    void what_was_looked_at_does_not_come_again_and_what_came_since_counts_anew() {
        for (int n = 0; n < 4; n++) {
            give(town.agent(), 0, "10.00");
        }
        Pattern one = open().getFirst();
        assertThat(patterns.review(town.manager(), one.id(), one.version(), false, "线路确实常断，已派单整治"))
                .isInstanceOf(ReviewResult.Done.class);
        assertThat(patterns.review(town.manager(), one.id(), one.version(), true, "再看一次"))
                .isEqualTo(new ReviewResult.Refused(ReviewResult.Why.REVIEWED));
        for (int n = 0; n < 3; n++) {
            give(town.agent(), 0, "10.00");
        }
        assertThat(open()).isEmpty();
        give(town.agent(), 0, "10.00");
        assertThat(open()).hasSize(1);
        assertThat(patterns.list(town.manager(), false, null, null, 5)).hasSize(1);
    }

    @Test
    void whoever_gave_something_of_it_neither_sees_nor_reviews_it() {
        for (int n = 0; n < 3; n++) {
            give(town.agent(), 0, "10.00");
        }
        give(town.manager(), 0, "10.00");
        assertThat(open()).isEmpty();
        PatternId id = new PatternId(jdbc.sql("select id from recovery.pattern where bureau = ?")
                .param(town.command().bureau().value())
                .query(UUID.class)
                .single());
        assertThat(patterns.find(town.manager(), id)).isEmpty();
        assertThatThrownBy(() -> patterns.review(town.manager(), id, 1, false, "没事"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("pattern.absent"));
        assertThatThrownBy(() -> patterns.list(town.agent(), true, null, null, 5))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> patterns.review(town.head(), id, 1, false, "没事"))
                .isInstanceOf(Problem.class);
        assertThat(patterns.find(town.head(), id)).isPresent();
    }

    @Test
    void a_blacked_out_customer_is_not_read_in_reviews() {
        for (int n = 0; n < 4; n++) {
            give(town.agent(), 0, "10.00");
        }
        Pattern one = open().getFirst();
        patterns.review(town.manager(), one.id(), one.version(), true, "请向客户0了解情况");
        CustomerId customer = town.customers().getFirst();
        redactions.redact(town.manager(), customer, "本人要求");
        assertThat(Objects.requireNonNull(patterns.find(town.manager(), one.id())
                                .orElseThrow()
                                .review())
                        .words())
                .doesNotContain("客户0");
    }

    @Test
    void in_the_browser_the_evidence_stands_beside_the_reasons_and_a_review_needs_words() throws Exception {
        for (int n = 0; n < 4; n++) {
            give(town.agent(), 0, "10.00");
        }
        Pattern one = open().getFirst();
        Browser manager = Browser.of(web, town.manager());
        assertThat(manager.look("/patterns").page()).contains("One customer again and again", "¥40.00");
        String path = "/patterns/" + one.id().value();
        assertThat(manager.look(path).page())
                .contains("4 times or more within 365 days", "客户0", "agent", "Nothing unusual")
                .doesNotContain("abuse", "fraud");
        assertThat(manager.send(path + "/dismiss", "version", "" + one.version(), "words", " ")
                        .status())
                .isEqualTo(422);
        assertThat(manager.send(path + "/confirm", "version", "" + one.version(), "words", "谈过了")
                        .next())
                .isEqualTo(path);
        assertThat(manager.look(path).page()).contains("To be followed up", "谈过了");
        assertThat(Browser.of(web, town.agent()).look("/patterns").status()).isEqualTo(403);
    }
}
