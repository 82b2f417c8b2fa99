package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.fault.Area;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.RentOfTime;
import org.redress.desk.recovery.credit.CreditResult.Why;
import org.redress.desk.recovery.credit.HitTown.Town;
import org.redress.desk.recovery.ledger.CompensationRuns;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactions;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.3")
class CreditRunsIT {

    private static final Instant BEGAN = HitTown.BEGAN;

    @Autowired
    HitTown towns;

    @Autowired
    TownRuns townRuns;

    @Autowired
    CreditRuns runs;

    @Autowired
    CreditFiles files;

    @Autowired
    CreditWork work;

    @Autowired
    CompensationRuns ledger;

    @Autowired
    Redactions redactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private static Money yuan(String sum) {
        return Money.of(HitTown.YUAN, new BigDecimal(sum));
    }

    private Money ledger(Town town, String account, String basis) {
        return Money.of(
                HitTown.YUAN,
                jdbc.sql("""
                                select coalesce(sum(amount), 0) from recovery.compensation
                                 where bureau = ? and account = ? and basis = ?
                                """)
                        .params(town.command().bureau().value(), account, basis)
                        .query(BigDecimal.class)
                        .single());
    }

    private long letters(Town town, String code) {
        return jdbc.sql("select count(*) from notification.message where bureau = ? and code = ?")
                .params(town.command().bureau().value(), code)
                .query(Long.class)
                .single();
    }

    @Test
    void beyond_the_laws_limit_the_rent_is_owed_and_what_comes_on_top_is_goodwill() {
        Town town = towns.found(3);
        towns.line(town.command(), town.customers().get(0), "0571-7000 0001", Area.URBAN, "59.90");
        towns.line(town.command(), town.customers().get(1), "0571-7000 0002", Area.RURAL, "20.00");
        towns.line(town.command(), town.customers().get(2), "0571-7000 0003", Area.URBAN, "0.00");
        CreditRun run = townRuns.proposed(town, towns.outage(town, BEGAN, Duration.ofHours(50)));
        List<CreditShare> shares = files.shares(town.head(), run, null, 10);

        Money urban = RentOfTime.of(
                yuan("30.00"),
                BEGAN,
                BEGAN.plus(Duration.ofHours(50)),
                town.command().zone());
        Money big = RentOfTime.of(
                yuan("59.90"),
                BEGAN,
                BEGAN.plus(Duration.ofHours(50)),
                town.command().zone());
        Money rural = RentOfTime.of(
                yuan("20.00"),
                BEGAN,
                BEGAN.plus(Duration.ofHours(50)),
                town.command().zone());
        assertThat(of(shares, town, 0))
                .returns(urban.plus(big), CreditShare::statutory)
                .returns(2, CreditShare::lines);
        assertThat(of(shares, town, 1))
                .as("the country has 72 hours")
                .returns(urban, CreditShare::statutory)
                .returns(rural, CreditShare::rent);
        assertThat(of(shares, town, 2)).returns(CreditShare.Why.NO_RENT, CreditShare::why);
        for (CreditShare one : shares) {
            assertThat(one.extra())
                    .isEqualTo(CreditFormula.extra(one.statutory().plus(one.rent()), new BigDecimal("20")));
        }
        assertThat(run.sums().total())
                .isEqualTo(shares.stream().map(CreditShare::total).reduce(yuan("0.00"), Money::plus));
        assertThat(run.sums().customers()).isEqualTo(3);
    }

    private static CreditShare of(List<CreditShare> shares, Town town, int customer) {
        return shares.stream()
                .filter(one -> one.customer().equals(town.customers().get(customer)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void two_others_approve_and_what_was_approved_is_posted_once_and_told_once() throws Exception {
        Town town = towns.found(7);
        CreditRun run = townRuns.proposed(town, towns.outage(town));
        assertThat(TownRuns.refused(runs.approve(town.head(), run.id(), run.version())))
                .isEqualTo(Why.SAME_PERSON);
        CreditRun once = TownRuns.done(runs.approve(town.second(), run.id(), run.version()));
        assertThat(TownRuns.refused(runs.approve(town.second(), run.id(), once.version())))
                .isEqualTo(Why.SAME_PERSON);
        assertThat(TownRuns.refused(runs.approve(town.third(), run.id(), run.version())))
                .as("a page from before the first approval")
                .isEqualTo(Why.MOVED);
        assertThat(letters(town, "credit.posted")).isZero();
        CreditRun twice = TownRuns.done(runs.approve(town.third(), run.id(), once.version()));
        race(4, () -> {
            work.goOn(town.command(), twice.id());
            return null;
        });
        CreditRun posted = townRuns.await(town, run.id(), CreditRunState.POSTED);

        assertThat(ledger(town, "POSTED", "OWED"))
                .isEqualTo(posted.sums().statutory())
                .isEqualTo(yuan("21.00"));
        assertThat(ledger(town, "POSTED", "RUN"))
                .isEqualTo(posted.sums().goodwill())
                .isEqualTo(yuan("4.20"));
        assertThat(letters(town, "credit.posted")).isEqualTo(7);
        assertThat(files.history(town.head(), run.id()).stream().map(CreditStep::what))
                .containsExactly(
                        CreditStep.What.PROPOSE,
                        CreditStep.What.BUILT,
                        CreditStep.What.APPROVE,
                        CreditStep.What.SECOND,
                        CreditStep.What.ENTERED,
                        CreditStep.What.POSTED);
    }

    /** All at once; those that meet one another may fail, as in two processes. */
    private static void race(int howMany, Callable<Void> what) throws Exception {
        try (ExecutorService all = Executors.newFixedThreadPool(howMany)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int n = 0; n < howMany; n++) {
                running.add(all.submit(what));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        }
    }

    @Test
    void two_who_approve_first_at_the_same_instant_are_one_approval() throws Exception {
        Town town = towns.found(1);
        CreditRun run = townRuns.proposed(town, towns.outage(town));
        List<CreditResult> results = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<CreditResult>> asked = List.of(
                    both.submit(() -> runs.approve(town.second(), run.id(), run.version())),
                    both.submit(() -> runs.approve(town.third(), run.id(), run.version())));
            for (Future<CreditResult> one : asked) {
                results.add(one.get());
            }
        }

        assertThat(results).filteredOn(CreditResult.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(CreditResult.Refused.class::isInstance).hasSize(1);
        assertThat(townRuns.now(town, run.id()).state()).isEqualTo(CreditRunState.APPROVED);
    }

    @Test
    void a_budget_that_does_not_reach_stops_all_of_it_until_its_holder_agrees() throws Exception {
        Town town = towns.found(5);
        towns.budget(town, "17.99", town.manager());
        CreditRun run = townRuns.proposed(town, towns.outage(town));
        assertThat(run.sums().total()).isEqualTo(yuan("18.00"));
        townRuns.approved(town, run);
        race(4, () -> {
            work.goOn(town.command(), run.id());
            return null;
        });
        CreditRun lacking = townRuns.await(town, run.id(), CreditRunState.SHORT);

        assertThat(lacking.sums().lacking()).isEqualTo(yuan("0.01"));
        assertThat(count(town, "recovery.compensation"))
                .as("nothing is half done")
                .isZero();
        assertThat(letters(town, "credit.posted")).isZero();
        assertThat(letters(town, "credit.short"))
                .as("told once, whoever found it")
                .isEqualTo(1);
        assertThat(TownRuns.refused(runs.allow(town.head(), run.id(), lacking.version())))
                .isEqualTo(Why.NOT_HOLDER);
        TownRuns.done(runs.allow(town.manager(), run.id(), lacking.version()));
        CreditRun posted = townRuns.await(town, run.id(), CreditRunState.POSTED);
        assertThat(posted.people().holder()).isEqualTo(town.manager().staff());
        assertThat(ledger(town, "POSTED", "OWED").plus(ledger(town, "POSTED", "RUN")))
                .isEqualTo(yuan("18.00"));
    }

    private long count(Town town, String table) {
        return jdbc.sql("select count(*) from " + table + " where bureau = ?")
                .param(town.command().bureau().value())
                .query(Long.class)
                .single();
    }

    @Test
    void whoever_has_it_already_or_got_it_between_preview_and_posting_is_left_out() {
        Town town = towns.found(4);
        UUID outage = towns.outage(town);
        give(town, 0, RemedyKind.RENT_WAIVER, CreditIdentity.rent(outage, line(town, 0)));
        CreditRun run = townRuns.proposed(town, outage);
        assertThat(of(files.shares(town.head(), run, null, 9), town, 0))
                .as("what comes on top is theirs all the same")
                .returns(yuan("0.60"), CreditShare::total)
                .returns(CreditShare.Why.COMPENSATED, CreditShare::why);
        give(town, 1, RemedyKind.RENT_WAIVER, CreditIdentity.rent(outage, line(town, 1)));
        give(town, 2, RemedyKind.BILL_CREDIT, CreditIdentity.choice(outage));
        CreditRun posted = townRuns.approved(town, run, CreditRunState.POSTED);
        List<CreditShare> shares = files.shares(town.head(), posted, null, 9);

        assertThat(of(shares, town, 1).total()).isEqualTo(yuan("0.60"));
        assertThat(of(shares, town, 2))
                .as("what a law owes is owed beside a kindness")
                .returns(yuan("3.00"), CreditShare::total);
        assertThat(of(shares, town, 3)).returns(yuan("3.60"), CreditShare::total);
        assertThat(posted.sums().total()).isEqualTo(yuan("7.80"));
        assertThat(letters(town, "credit.posted")).isEqualTo(4);
    }

    private UUID line(Town town, int number) {
        return town.lines().get(number).id().value();
    }

    private void give(Town town, int customer, RemedyKind kind, UUID failure) {
        ledger.promiseOwed(
                town.command(),
                List.of(Proposal.of(
                        "test." + UUID.randomUUID(),
                        null,
                        town.customers().get(customer),
                        town.crew(),
                        kind.code(),
                        failure,
                        null,
                        yuan("1.00"))));
    }

    @Test
    void a_run_is_taken_back_as_a_whole_told_and_can_then_be_reckoned_anew() {
        Town town = towns.found(6);
        UUID outage = towns.outage(town);
        CreditRun run = townRuns.proposed(town, outage);
        CreditRun posted = townRuns.approved(town, run, CreditRunState.POSTED);
        assertThatThrownBy(() -> runs.reverse(town.second(), run.id(), posted.version(), " "))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("credit.why"));
        TownRuns.done(runs.reverse(town.second(), run.id(), posted.version(), "时长登记有误"));
        townRuns.await(town, run.id(), CreditRunState.REVERSED);
        work.goOn(town.command(), run.id());

        assertThat(ledger(town, "POSTED", "OWED").plus(ledger(town, "POSTED", "RUN")))
                .isEqualTo(yuan("0.00"));
        assertThat(ledger(town, "REVERSED", "OWED").plus(ledger(town, "REVERSED", "RUN")))
                .isEqualTo(posted.sums().total());
        assertThat(letters(town, "credit.reversed")).isEqualTo(6);
        CreditRun anew = townRuns.proposed(town, outage);
        assertThat(anew.id()).isNotEqualTo(run.id());
        assertThat(anew.sums().total()).isEqualTo(posted.sums().total());
    }

    @Test
    void an_outage_that_lasts_or_was_short_brings_nothing_and_one_brings_one_run() {
        Town town = towns.found(1);
        UUID brief = towns.outage(town, BEGAN, Duration.ofHours(4).minusSeconds(1));
        assertThat(TownRuns.refused(runs.propose(town.head(), brief))).isEqualTo(Why.TOO_SHORT);
        UUID enough = towns.outage(town, BEGAN, Duration.ofHours(4));
        assertThat(files.offered(town.head(), 9).stream().map(ServiceProblem::id))
                .containsExactly(enough);
        CreditRun run = TownRuns.done(runs.propose(town.head(), enough));
        assertThat(TownRuns.done(runs.propose(town.second(), enough)).id()).isEqualTo(run.id());
        assertThat(files.offered(town.head(), 9)).isEmpty();
        assertThatThrownBy(() -> runs.propose(town.head(), UUID.randomUUID())).isInstanceOf(Problem.class);
        CreditRun built = townRuns.await(town, run.id(), CreditRunState.PROPOSED);
        TownRuns.done(runs.withdraw(town.second(), run.id(), built.version(), "登记错了"));
        assertThat(files.offered(town.head(), 9)).hasSize(1);
    }

    @Test
    void an_outage_stays_offered_however_many_that_bring_nothing_come_after_it() throws Exception {
        Town town = towns.found(1);
        UUID enough = towns.outage(town);
        jdbc.sql("""
                        insert into fault.outage (bureau, id, exchange, reason, expected_end, declared_by, declared_at, ended_by, ended_at)
                        select bureau, gen_random_uuid(), exchange, reason, expected_end, declared_by,
                               ended_at + n * interval '1 hour', ended_by,
                               ended_at + n * interval '1 hour' + case when n <= 410 then interval '1 minute' else interval '5 hours' end
                          from fault.outage, generate_series(1, 431) n where bureau = :bureau and id = :id
                        """)
                .param("bureau", town.command().bureau().value())
                .param("id", enough)
                .update();

        assertThat(files.offered(town.head(), 100).stream().map(ServiceProblem::id))
                .hasSize(22)
                .endsWith(enough);
        assertThat(Browser.of(web, town.head()).look("/credits").page()).contains("Earlier ones appear");
    }

    @Test
    void what_is_so_long_ago_that_a_thousand_outages_have_come_since_is_not_looked_for() {
        Town town = towns.found(1);
        UUID longAgo = towns.outage(town);
        shortOnes(town, longAgo, CreditFiles.FARTHEST - 1);
        assertThat(files.offered(town.head(), 9)).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(longAgo);
            assertThat(one.unit()).isEqualTo(town.crew());
        });
        shortOnes(town, longAgo, 1);

        assertThat(files.offered(town.head(), 9)).isEmpty();
    }

    /** Outages of a minute each, after that one. */
    private void shortOnes(Town town, UUID after, int howMany) {
        jdbc.sql("""
                        insert into fault.outage (bureau, id, exchange, reason, expected_end, declared_by, declared_at, ended_by, ended_at)
                        select bureau, gen_random_uuid(), exchange, reason, expected_end, declared_by,
                               ended_at + n * interval '2 minutes', ended_by, ended_at + n * interval '2 minutes' + interval '1 minute'
                          from fault.outage, generate_series(1, :many) n where bureau = :bureau and id = :id
                        """)
                .param("many", howMany)
                .param("bureau", town.command().bureau().value())
                .param("id", after)
                .update();
    }

    @Test
    void nobody_decides_for_an_account_of_their_own_or_their_familys() {
        Town town = towns.found(2);
        jdbc.sql(
                        "insert into recovery.kin (bureau, staff, customer, relation, declared_at) values (?, ?, ?, 'FAMILY', now())")
                .params(
                        town.command().bureau().value(),
                        town.second().staff().value(),
                        town.customers().getFirst().value())
                .update();
        CreditRun run = townRuns.proposed(town, towns.outage(town));
        assertThat(TownRuns.refused(runs.approve(town.second(), run.id(), run.version())))
                .isEqualTo(Why.OWN_ACCOUNT);
    }

    @Test
    void what_happened_to_a_run_stays_as_it_was_written() {
        Town town = towns.found(1);
        CreditRun run = townRuns.proposed(town, towns.outage(town));
        for (String change : List.of("by_staff = gen_random_uuid()", "words = 'nothing'")) {
            assertThatThrownBy(() -> jdbc.sql("update recovery.credit_step set " + change + " where run = ?")
                            .param(run.id().value())
                            .update())
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void agents_and_other_bureaus_neither_see_nor_move_a_run() {
        Town town = towns.found(1);
        CreditRun run = townRuns.proposed(town, towns.outage(town));
        Actor agent = town.agent();
        assertThatThrownBy(() -> files.list(agent, null, null, 5)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> files.find(agent, run.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> runs.approve(agent, run.id(), run.version())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> runs.propose(agent, run.problem().id())).isInstanceOf(Problem.class);
        Town elsewhere = towns.found(1);
        assertThat(files.find(elsewhere.head(), run.id())).isEmpty();
        assertThatThrownBy(() -> runs.approve(elsewhere.second(), run.id(), run.version()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_blacked_out_customer_is_read_neither_in_reasons_nor_in_letters() {
        Town town = towns.found(2);
        CreditRun run = townRuns.proposed(town, towns.outage(town));
        CreditRun posted = townRuns.approved(town, run, CreditRunState.POSTED);
        TownRuns.done(runs.reverse(town.second(), run.id(), posted.version(), "客户0来电说没有断"));
        townRuns.await(town, run.id(), CreditRunState.REVERSED);
        CustomerId customer = town.customers().getFirst();
        redactions.redact(town.manager(), customer, "本人要求");

        assertThat(files.history(town.head(), run.id()).stream().map(CreditStep::words))
                .noneMatch(words -> words.contains("客户0"));
        assertThat(jdbc.sql("""
                                select m.address from notification.message m
                                  join recovery.credit_share s on s.bureau = m.bureau and s.id = m.subject
                                 where m.bureau = ? and s.customer = ?
                                """)
                        .params(town.command().bureau().value(), customer.value())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(address -> address.contains("10000000"));
    }

    @Test
    void from_an_outage_to_credited_customers_in_the_browser() throws Exception {
        Town town = towns.found(3);
        UUID outage = towns.outage(town);
        Browser head = Browser.of(web, town.head());
        assertThat(head.look("/credits").page()).contains(HitTown.EXCHANGE, "Reckon a run");
        String page = head.send("/credits", "problem", outage.toString()).next();
        CreditRunId id = new CreditRunId(UUID.fromString(page.substring("/credits/".length())));
        CreditRun built = townRuns.await(town, id, CreditRunState.PROPOSED);
        assertThat(head.look(page).page())
                .contains("3 customers get ¥10.80", "客户0", "¥9.00", "Owed by law", "Waits for the first approval");
        assertThat(new String(head.bytes(page + "/customers.csv"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("客户2", "3.00", "0.60", "3.60");
        assertThat(head.look("/faults/outages").page()).contains("href=\"/credits\"");
        Browser second = Browser.of(web, town.second());
        second.send(page + "/approve", "version", "" + built.version());
        Browser.of(web, town.third())
                .send(page + "/approve", "version", "" + townRuns.now(town, id).version());
        CreditRun posted = townRuns.await(town, id, CreditRunState.POSTED);
        assertThat(second.look(page).page()).contains("Posted", "Written to", "Take back the whole run");
        assertThat(second.send(page + "/reverse", "version", "" + posted.version(), "why", "")
                        .status())
                .isEqualTo(422);
        assertThat(Browser.of(web, town.agent()).look(page).status()).isEqualTo(403);
        assertThat(head.look("/credits/" + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
