package org.redress.desk.recovery.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.authority.Kinship;
import org.redress.desk.recovery.authority.Kinships;
import org.redress.desk.recovery.credit.HitTown;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.LateHeard;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.Redactions;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.3")
class InstallsIT {

    @Autowired
    HitTown towns;

    @Autowired
    InstallBook book;

    @Autowired
    LateInstalls late;

    @Autowired
    Kinships kinships;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Rulebook rulebook;

    @Autowired
    LateHeard heard;

    @Autowired
    Commitments commitments;

    @Autowired
    Customers customers;

    @Autowired
    Redactions redactions;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    java.time.Clock clock;

    private HitTown.Town town;
    private LocalDate today;

    @BeforeEach
    void found() {
        town = towns.found(1);
        today = LocalDate.ofInstant(clock.instant(), town.command().zone());
    }

    private NewInstall wish(String number, String fees, int dueAgo) {
        return new NewInstall(
                number,
                Installed.BROADBAND,
                town.customers().getFirst(),
                town.crew(),
                yuan(fees),
                today.minusDays(dueAgo + 10),
                today.minusDays(dueAgo));
    }

    private Install entered(String number, String fees, int dueAgo) {
        return book.enter(town.head(), wish(number, fees, dueAgo));
    }

    private static Money yuan(String sum) {
        return Money.of(CurrencyUnit.of("CNY"), new BigDecimal(sum));
    }

    private Install done(Install one, @Nullable LocalDate day) {
        InstallResult result = book.done(town.head(), one.id(), one.version(), day);
        deliveries.await(town.command());
        assertThat(result).isInstanceOf(InstallResult.Done.class);
        return ((InstallResult.Done) result).install();
    }

    private List<String> ledger() {
        return jdbc.sql("""
                        select basis || ' ' || account || ' ' || amount from recovery.compensation
                         where bureau = ? order by proposed_at, id
                        """)
                .param(town.command().bureau().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private long letters(String code) {
        return jdbc.sql("select count(*) from notification.message where bureau = ? and code = ?")
                .params(town.command().bureau().value(), code)
                .query(Long.class)
                .single();
    }

    @Test
    void a_late_one_grows_by_the_day_and_is_entered_once_when_it_works() {
        Install one = entered("A-1001", "200.00", 5);
        assertThat(late.damages(town.head(), List.of(one)).get(one.id())).isEqualTo(new Damages(5, yuan("10.00")));
        deliveries.await(town.command());
        assertThat(ledger()).as("nothing before it works").isEmpty();
        Install after = done(one, today.minusDays(2));
        for (int again = 0; again < 3; again++) {
            outbox.add(
                    town.command().bureau().value(),
                    InstallChanged.TOPIC,
                    new InstallChanged(one.id().value()).json());
        }
        deliveries.await(town.command());

        assertThat(ledger()).containsExactly("OWED POSTED 6.00");
        assertThat(letters("install.damages")).isEqualTo(1);
        assertThat(late.entered(town.head(), List.of(after)).get(one.id())).isEqualTo(yuan("6.00"));
        assertThat(commitments
                        .of(town.command(), List.of(InstallBook.subject(one.id())))
                        .get(InstallBook.subject(one.id())))
                .singleElement()
                .satisfies(running -> assertThat(running.state(clock.instant())).isEqualTo(ClockState.DONE_LATE));
    }

    @Test
    void a_corrected_day_corrects_what_was_entered_and_no_day_takes_it_back() {
        Install one = done(entered("A-1002", "200.00", 5), today);
        Install corrected = done(one, today.minusDays(4));
        assertThat(ledger()).containsExactly("OWED REVERSED 10.00", "OWED POSTED 2.00");
        Install inTime = done(corrected, today.minusDays(5));
        assertThat(ledger()).containsExactly("OWED REVERSED 10.00", "OWED REVERSED 2.00");
        Install notYet = done(inTime, null);
        assertThat(late.entered(town.head(), List.of(notYet))).isEmpty();
        assertThat(book.done(town.second(), notYet.id(), notYet.version(), today.minusDays(1)))
                .isInstanceOf(InstallResult.Waits.class);
        done(notYet, today.minusDays(1));
        assertThat(ledger()).containsExactly("OWED REVERSED 10.00", "OWED REVERSED 2.00", "OWED POSTED 8.00");
    }

    @Test
    void what_would_raise_the_damages_of_one_that_works_is_made_by_two_people_only() {
        Install one = done(entered("A-1010", "200.00", 5), today.minusDays(4));
        int version = one.version();

        for (int again = 0; again < 2; again++) {
            assertThat(book.done(town.head(), one.id(), version, today)).isInstanceOf(InstallResult.Waits.class);
        }
        assertThat(book.done(town.second(), one.id(), version, today.minusDays(1)))
                .as("another day is another wish")
                .isInstanceOf(InstallResult.Waits.class);
        deliveries.await(town.command());
        assertThat(ledger()).containsExactly("OWED POSTED 2.00");
        assertThat(book.done(town.second(), one.id(), version, today)).isInstanceOf(InstallResult.Done.class);
        deliveries.await(town.command());
        assertThat(ledger()).containsExactly("OWED REVERSED 2.00", "OWED POSTED 10.00");
    }

    @Test
    void undoing_the_day_or_the_blame_first_does_not_help() {
        Install one = done(entered("A-1011", "200.00", 5), today.minusDays(4));
        Install notOurs = ((InstallResult.Done) book.answersFor(town.head(), one.id(), one.version(), false)).install();
        assertThat(book.answersFor(town.head(), one.id(), notOurs.version(), true))
                .isInstanceOf(InstallResult.Waits.class);
        Install undone = ((InstallResult.Done) book.done(town.head(), one.id(), notOurs.version(), null)).install();
        Install ours = ((InstallResult.Done) book.answersFor(town.head(), one.id(), undone.version(), true)).install();
        assertThat(book.done(town.head(), one.id(), ours.version(), today)).isInstanceOf(InstallResult.Waits.class);
    }

    @Test
    void nobody_writes_for_another_unit_than_their_grant_reaches_nor_for_their_own_account() {
        NewInstall wish = wish("A-1012", "200.00", 5);
        Install elsewhere = book.enter(
                town.head(),
                new NewInstall(
                        "A-1013",
                        wish.what(),
                        wish.customer(),
                        bureaus.addUnit(town.command().bureau(), "other", "装机二班", "Fitters 2")
                                .id(),
                        wish.fees(),
                        wish.ordered(),
                        wish.due()));
        assertRefused("access.denied", () -> book.done(town.agent(), elsewhere.id(), elsewhere.version(), today));
        Install own = book.enter(town.agent(), wish);
        kinships.declare(town.agent(), wish.customer(), Kinship.Relation.FAMILY);
        assertRefused("install.kin", () -> book.done(town.agent(), own.id(), own.version(), today));
        assertRefused("install.kin", () -> book.answersFor(town.agent(), own.id(), own.version(), false));
        assertRefused("install.kin", () -> book.enter(town.agent(), wish("A-1014", "200.00", 5)));
    }

    @Test
    void nothing_is_owed_for_what_the_operator_does_not_answer_for() {
        Install one = done(entered("A-1003", "200.00", 5), today);
        book.answersFor(town.head(), one.id(), one.version(), false);
        deliveries.await(town.command());
        assertThat(ledger()).containsExactly("OWED REVERSED 10.00");
    }

    @Test
    void the_clock_of_one_that_is_given_up_stops_and_only_two_bring_more_than_one_person_may_give() {
        Install one = entered("A-1019", "20000.00", 5);
        LocalDate day = today.minusDays(1);
        assertThat(book.withdrawn(town.agent(), one.id(), one.version(), day)).isInstanceOf(InstallResult.Waits.class);
        assertThat(book.done(town.head(), one.id(), one.version(), day))
                .as("that it works is something else")
                .isInstanceOf(InstallResult.Waits.class);
        assertThat(book.withdrawn(town.second(), one.id(), one.version(), day))
                .isInstanceOfSatisfying(
                        InstallResult.Done.class,
                        done -> assertThat(done.install().withdrawn()).isTrue());
        deliveries.await(town.command());

        assertThat(ledger()).containsExactly("OWED POSTED 800.00");
        heard.look(town.command());
        deliveries.await(town.command());
        assertThat(letters("install.late")).isZero();
        assertThat(commitments
                        .of(town.command(), List.of(InstallBook.subject(one.id())))
                        .get(InstallBook.subject(one.id())))
                .singleElement()
                .satisfies(running -> assertThat(running.state(clock.instant())).isEqualTo(ClockState.DONE_LATE));
        assertRefused("install.done", () -> book.withdrawn(town.head(), one.id(), 2, today.plusDays(1)));
    }

    @Test
    void damages_stay_as_they_were_entered() {
        done(entered("A-1015", "200.00", 5), today);
        for (String change : List.of("amount = 1", "days = 1", "compensation = gen_random_uuid()")) {
            assertThatThrownBy(() -> jdbc.sql("update recovery.install_damages set " + change + " where bureau = ?")
                            .param(town.command().bureau().value())
                            .update())
                    .hasMessageContaining("damages stay");
        }
    }

    @Test
    void there_is_no_most_of_what_is_owed_but_one_that_the_bureau_has_signed() throws Exception {
        done(entered("A-1004", "200.00", 150), today);
        assertThat(ledger()).containsExactly("OWED POSTED 300.00");
        Browser head = Browser.of(web, town.head());
        assertThat(head.look("/installs").page()).contains("there is no cap");
        sign("100");

        done(entered("A-1018", "200.00", 150), today);
        assertThat(ledger()).containsExactly("OWED POSTED 300.00", "OWED POSTED 200.00");
        assertThat(head.look("/installs").page()).contains("at most 100 % of the fees");
    }

    private void sign(String percent) {
        jdbc.sql("""
                        insert into rulebook.rule
                          (bureau, code, jurisdiction, version, id, amount, unit, valid_from, title_zh, title_en, source_zh, source_en,
                           confirm, second, confirmed_by, confirmed_at)
                        values (?, 'install.late.cap', 'house', 1, gen_random_uuid(), ?, 'PERCENT', date '2000-01-01', 'x', 'x', 'x',
                                'x', true, true, ?, now())
                        """)
                .params(
                        town.command().bureau().value(),
                        new BigDecimal(percent),
                        town.manager().staff().value())
                .update();
        rulebook.equip(town.command().bureau());
    }

    @Test
    void a_customer_who_waits_too_long_is_written_to_once() {
        entered("A-1005", "200.00", 3);
        heard.look(town.command());
        heard.look(town.command());
        deliveries.await(town.command());
        assertThat(letters("install.late")).isEqualTo(1);
    }

    @Test
    void whoever_answers_for_an_installation_hears_once_that_its_customer_was_not_reached() {
        Install one = entered("A-1016", "200.00", 3);
        heard.look(town.command());
        deliveries.await(town.command());
        assertThat(letters("install.unreached")).isZero();
        deliveries.lose(town.command(), InstallBook.KIND, one.id().value(), "install.late");

        assertThat(jdbc.sql("""
                        select address || ' ' || parameters::text from notification.message
                         where bureau = ? and code = 'install.unreached'
                        """)
                        .param(town.command().bureau().value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains(town.head().staff().value().toString(), "A-1016", "装机逾期");
    }

    @Test
    void of_a_customer_without_any_address_somebody_hears_too() {
        CustomerId unknown = Objects.requireNonNull(customers
                .match(town.command(), List.of(new CustomerDraft("town", "X-1", "无号客户", null, null, null, null)))
                .getFirst());
        NewInstall wish = wish("A-1017", "200.00", 3);
        book.enter(
                town.head(),
                new NewInstall(
                        wish.number(), wish.what(), unknown, wish.unit(), wish.fees(), wish.ordered(), wish.due()));
        heard.look(town.command());
        deliveries.await(town.command());

        assertThat(letters("install.late")).isZero();
        assertThat(letters("install.unreached")).isEqualTo(1);
    }

    @Test
    void two_who_keep_it_at_once_enter_it_once() throws Exception {
        for (int round = 0; round < 4; round++) {
            Install one = entered("B-" + round, "100.00", 2);
            book.done(town.head(), one.id(), one.version(), today);
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Future<?>> asked = new ArrayList<>();
                for (int n = 0; n < 2; n++) {
                    asked.add(both.submit(() -> late.keep(town.command(), one.id())));
                }
                for (Future<?> each : asked) {
                    each.get();
                }
            }
            deliveries.await(town.command());
            assertThat(ledger()).hasSize(round + 1);
        }
    }

    @Test
    void bad_input_is_refused_with_its_code_and_a_stale_page_changes_nothing() {
        Install one = entered("A-1006", "200.00", 1);
        assertRefused("install.number", () -> entered("A-1006", "1.00", 1));
        assertRefused("install.number", () -> entered(" ", "1.00", 1));
        assertRefused("install.fees", () -> entered("A-1", "-0.01", 1));
        assertRefused("install.fees", () -> entered("A-2", "99999999999.00", 1));
        assertRefused(
                "install.fees",
                () -> book.enter(
                        town.head(),
                        new NewInstall(
                                "A-3",
                                Installed.FIXED,
                                town.customers().getFirst(),
                                town.crew(),
                                Money.ofMajor(CurrencyUnit.USD, 5),
                                today,
                                today)));
        assertRefused("install.done", () -> book.done(town.head(), one.id(), one.version(), today.plusDays(1)));
        assertRefused("install.done", () -> book.done(town.head(), one.id(), one.version(), today.minusDays(99)));
        done(one, today);
        assertThat(book.done(town.head(), one.id(), one.version(), null)).isInstanceOf(InstallResult.Stale.class);
    }

    private static void assertRefused(String code, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void a_blacked_out_customer_is_not_found_in_letters() {
        done(entered("A-1007", "200.00", 2), today);
        redactions.redact(town.manager(), town.customers().getFirst(), "本人要求");
        assertThat(jdbc.sql("select address from notification.message where bureau = ? and code = 'install.damages'")
                        .param(town.command().bureau().value())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .noneMatch(address -> address.contains("10000000"));
    }

    @Test
    void in_the_browser_it_is_said_when_it_works_and_another_bureau_sees_nothing() throws Exception {
        Install one = entered("A-1008", "200.00", 3);
        Browser head = Browser.of(web, town.head());
        assertThat(head.look("/installs").page())
                .contains("A-1008", "客户0", "¥6.00", "Overdue", "not in the ledger yet");
        String path = "/installs/" + one.id().value();
        assertThat(head.send(path + "/done", "version", "1", "done", "tomorrow").status())
                .isEqualTo(422);
        assertThat(head.send(path + "/done", "version", "1", "done", today.toString())
                        .next())
                .isEqualTo("/installs");
        deliveries.await(town.command());
        assertThat(head.look("/installs").page()).contains("in the ledger").doesNotContain("not in the ledger yet");
        assertThat(head.send(path + "/notours", "version", "2").next()).isEqualTo("/installs");
        Actor elsewhere = towns.found(1).head();
        assertThat(Browser.of(web, elsewhere).look("/installs").page()).doesNotContain("A-1008");
        assertThatThrownBy(() -> book.done(elsewhere, one.id(), 1, today)).isInstanceOf(Problem.class);
    }
}
