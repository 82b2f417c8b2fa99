package org.redress.desk.recovery.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.credit.HitTown;
import org.redress.desk.recovery.pattern.Pattern;
import org.redress.desk.recovery.pattern.PatternKind;
import org.redress.desk.recovery.pattern.Patterns;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Late installations that nobody but who enters them knows of: each within what an agent may give in one case, 100 yuan. */
@RedressIT
@Tag("S4.3")
class InstallSeriesIT {

    @Autowired
    HitTown towns;

    @Autowired
    InstallBook book;

    @Autowired
    Patterns patterns;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private HitTown.Town town;
    private LocalDate today;
    private int number;

    @BeforeEach
    void found() {
        town = towns.found(12);
        today = LocalDate.ofInstant(clock.instant(), town.command().zone());
    }

    private Install entered(Actor who, int customer) {
        return book.enter(
                who,
                new NewInstall(
                        "S-" + number++,
                        Installed.BROADBAND,
                        town.customers().get(customer),
                        town.crew(),
                        Money.of(HitTown.YUAN, new BigDecimal("1000.00")),
                        today.minusDays(30),
                        today.minusDays(10)));
    }

    private InstallResult works(Actor who, Install one) {
        return book.done(who, one.id(), one.version(), today);
    }

    private void assertDone(Actor who, int customer) {
        assertThat(works(who, entered(who, customer))).isInstanceOf(InstallResult.Done.class);
    }

    private Install assertWaits(Actor who, int customer) {
        Install one = entered(who, customer);
        assertThat(works(who, one)).isInstanceOf(InstallResult.Waits.class);
        return one;
    }

    @Test
    void what_one_persons_word_brings_in_a_day_ends_where_what_they_may_give_in_a_day_does() {
        for (int customer = 0; customer < 10; customer++) {
            assertDone(town.agent(), customer);
        }
        Install eleventh = assertWaits(town.agent(), 10);
        assertDone(towns.hire(town, "other", Posts.AGENT), 10);

        assertThat(works(town.head(), eleventh)).isInstanceOf(InstallResult.Done.class);
        assertWaits(town.agent(), 11);
        jdbc.sql("update recovery.install set said_on = said_on - 1 where bureau = ?")
                .param(town.command().bureau().value())
                .update();
        assertDone(town.agent(), 11);
    }

    @Test
    void what_a_customer_gets_by_the_words_of_single_people_ends_where_they_may_be_given_no_more_in_a_year() {
        Actor other = towns.hire(town, "other", Posts.AGENT);
        assertDone(town.agent(), 0);
        assertDone(other, 0);
        assertDone(town.agent(), 0);
        Install fourth = assertWaits(other, 0);

        assertThat(works(town.head(), fourth))
                .as("who may give more to a customer")
                .isInstanceOf(InstallResult.Done.class);
        jdbc.sql("update recovery.install set said_on = said_on - 366 where bureau = ?")
                .param(town.command().bureau().value())
                .update();
        assertDone(other, 0);
    }

    @Test
    void a_day_that_is_undone_or_said_once_more_by_somebody_else_gives_nothing_back() {
        for (int customer = 0; customer < 9; customer++) {
            assertDone(town.agent(), customer);
        }
        Install tenth = entered(town.agent(), 9);
        Install works = ((InstallResult.Done) works(town.agent(), tenth)).install();
        Install undone = ((InstallResult.Done) book.done(town.agent(), works.id(), works.version(), null)).install();
        assertWaits(town.agent(), 10);
        Actor other = towns.hire(town, "other", Posts.AGENT);
        Install again = ((InstallResult.Done) works(other, undone)).install();
        assertWaits(town.agent(), 10);

        assertThat(book.done(town.agent(), again.id(), again.version(), again.due()))
                .isInstanceOf(InstallResult.Done.class);
        assertDone(town.agent(), 11);
    }

    @Test
    void a_series_of_one_person_and_of_one_customer_is_looked_at() throws Exception {
        for (int customer = 0; customer < 5; customer++) {
            assertDone(town.agent(), Math.max(0, customer - 2));
        }
        deliveries.await(town.command());

        assertThat(patterns.list(town.manager(), true, null, null, 9))
                .extracting(Pattern::kind)
                .containsExactlyInAnyOrder(PatternKind.BELOW_LIMIT, PatternKind.SPLIT);
        Pattern series = patterns.list(town.manager(), true, null, null, 9).stream()
                .filter(one -> one.kind() == PatternKind.BELOW_LIMIT)
                .findFirst()
                .orElseThrow();
        assertThat(series.subject()).isEqualTo(town.agent().staff().value());
        assertThat(patterns.cases(town.manager(), series.id()))
                .hasSize(5)
                .allMatch(one -> one.owed() && one.giver().equals(town.agent().staff()));
        assertThat(Browser.of(web, town.manager())
                        .look("/patterns/" + series.id().value())
                        .page())
                .contains(">agent<", "Damages for a late installation");
    }
}
