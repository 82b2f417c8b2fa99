package org.redress.desk.recovery.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.authority.Kinship;
import org.redress.desk.recovery.authority.Kinships;
import org.redress.desk.recovery.credit.HitTown;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What brings more damages than one person may give: who hears of it, where it stands, and whose word makes it. */
@RedressIT
@Tag("S4.3")
class InstallWishesIT {

    private static final String AGREE = ">Agree to the change<";

    @Autowired
    HitTown towns;

    @Autowired
    InstallBook book;

    @Autowired
    InstallWishes wishes;

    @Autowired
    InstallAnswering answering;

    @Autowired
    Kinships kinships;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private HitTown.Town town;
    private LocalDate today;

    @BeforeEach
    void found() {
        town = towns.found(1);
        today = LocalDate.ofInstant(clock.instant(), town.command().zone());
    }

    private Install entered(String number, String fees, int dueAgo) {
        return book.enter(
                town.head(),
                new NewInstall(
                        number,
                        Installed.BROADBAND,
                        town.customers().getFirst(),
                        town.crew(),
                        Money.of(HitTown.YUAN, new BigDecimal(fees)),
                        today.minusDays(dueAgo + 10),
                        today.minusDays(dueAgo)));
    }

    private InstallResult says(Actor who, Install one, int daysAgo) {
        return book.done(who, one.id(), one.version(), today.minusDays(daysAgo));
    }

    private static void assertWaits(InstallResult result, boolean answered) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        InstallResult.Waits.class,
                        waits -> assertThat(waits.answered()).isEqualTo(answered));
    }

    private List<String> rung(Install one) {
        return jdbc.sql("""
                        select address from notification.message
                         where bureau = ? and subject = ? and code = 'install.second' order by made_at
                        """)
                .params(town.command().bureau().value(), one.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static String id(Actor person) {
        return person.staff().value().toString();
    }

    private String page(Actor reader, String path) throws Exception {
        return Browser.of(web, reader).look(path).page();
    }

    private static int buttons(String page) {
        return page.split(AGREE, -1).length - 1;
    }

    @Test
    void whoever_leads_the_unit_hears_that_a_change_waits_and_of_their_own_whoever_stands_above() {
        Install one = entered("W-1", "9000.00", 5);
        for (int again = 0; again < 2; again++) {
            assertWaits(says(town.agent(), one, 0), false);
        }
        assertThat(rung(one)).containsExactly(id(town.head()));
        Install own = entered("W-2", "20000.00", 5);
        assertWaits(says(town.head(), own, 0), true);
        assertThat(rung(own)).containsExactly(id(town.third()));
    }

    @Test
    void nobody_is_rung_for_the_account_of_their_family() {
        kinships.declare(town.head(), town.customers().getFirst(), Kinship.Relation.FAMILY);
        Install one = book.enter(
                town.second(),
                new NewInstall(
                        "W-3",
                        Installed.TV,
                        town.customers().getFirst(),
                        town.crew(),
                        Money.of(HitTown.YUAN, new BigDecimal("9000.00")),
                        today.minusDays(20),
                        today.minusDays(5)));
        assertWaits(says(town.agent(), one, 0), false);
        assertThat(rung(one)).containsExactly(id(town.third()));
    }

    @Test
    void two_who_may_not_give_as_much_do_not_bring_it_about_and_somebody_who_leads_does() throws Exception {
        Actor other = towns.hire(town, "other", Posts.AGENT);
        Install one = entered("W-4", "9000.00", 5);
        assertWaits(says(town.agent(), one, 0), false);
        assertThat(page(other, "/installs"))
                .contains("who leads, or who may give as much")
                .doesNotContain(AGREE);
        assertWaits(says(other, one, 0), false);
        assertThat(buttons(page(town.head(), "/installs")))
                .as("one for the two like ones")
                .isEqualTo(1);
        assertThat(says(town.head(), one, 0)).isInstanceOf(InstallResult.Done.class);
    }

    @Test
    void one_who_may_give_as_much_in_one_case_is_enough_and_so_is_anybody_beside_one_who_leads() {
        Actor other = towns.hire(town, "other", Posts.AGENT);
        Install small = entered("W-5", "1000.00", 5);
        Install after = ((InstallResult.Done) says(town.agent(), small, 4)).install();
        assertWaits(says(town.agent(), after, 0), true);
        assertThat(says(other, after, 0)).isInstanceOf(InstallResult.Done.class);
        Install large = entered("W-6", "20000.00", 5);
        assertWaits(says(town.head(), large, 0), true);
        assertThat(says(other, large, 0)).isInstanceOf(InstallResult.Done.class);
    }

    @Test
    void every_wish_stands_with_its_moment_and_its_own_button() throws Exception {
        Actor other = towns.hire(town, "other", Posts.AGENT);
        Install one = entered("W-7", "20000.00", 9);
        assertWaits(says(town.agent(), one, 3), false);
        assertWaits(says(town.head(), one, 1), true);

        String seen = page(town.second(), "/installs");
        assertThat(buttons(seen)).isEqualTo(2);
        Words words = Words.of(Words.ENGLISH);
        List<InstallWishes.Waiting> both =
                wishes.of(town.second(), List.of(one)).getOrDefault(one.id(), List.of());
        assertThat(both)
                .extracting(waits -> waits.wish().by())
                .containsExactly(town.agent().staff(), town.head().staff());
        for (InstallWishes.Waiting waits : both) {
            assertThat(seen)
                    .contains("works since " + words.date(waits.wish().done()) + " ("
                            + words.dateTime(waits.wish().at(), town.command().zone()) + ")");
        }
        assertThat(buttons(page(other, "/installs")))
                .as("only beside one who leads")
                .isEqualTo(1);
        assertThat(buttons(page(town.head(), "/installs"))).as("not their own").isEqualTo(1);
        assertThat(says(town.second(), one, 3)).isInstanceOf(InstallResult.Done.class);
        assertThat(wishes.of(town.second(), List.of(one))).isEmpty();
    }

    @Test
    void a_list_holds_all_that_wait_the_longest_due_first_and_leads_back_to_itself() throws Exception {
        Install late = entered("W-8", "9000.00", 9);
        Install later = entered("W-9", "9000.00", 5);
        entered("W-10", "9000.00", 7);
        says(town.agent(), later, 0);
        says(town.agent(), late, 0);
        assertThat(wishes.list(town.head(), null, null, 9))
                .extracting(Install::number)
                .containsExactly("W-8", "W-9");
        assertThat(wishes.list(town.head(), late.due(), late.id().value(), 9))
                .extracting(Install::number)
                .containsExactly("W-9");
        assertThat(wishes.count(town.head(), 9)).isEqualTo(2);

        Browser head = Browser.of(web, town.head());
        assertThat(head.look("/installs").page()).contains("W-10", "Waits for a second person 2");
        assertThat(head.look("/installs?view=WAITING").page())
                .contains("W-8", "W-9")
                .doesNotContain("W-10");
        for (Install one : List.of(late, later)) {
            assertThat(head.send(
                                    "/installs/" + one.id().value() + "/done",
                                    "version",
                                    Integer.toString(one.version()),
                                    "done",
                                    today.toString(),
                                    "view",
                                    "WAITING")
                            .next())
                    .isEqualTo("/installs?view=WAITING");
        }
        assertThat(head.look("/installs?view=WAITING").page())
                .contains("No change waits for a second person", "Waits for a second person 0")
                .doesNotContain("W-8");
    }

    /** Their account is shut, as where somebody has left. */
    private void shut(String... names) {
        for (String name : names) {
            staff.setActive(town.command(), Offices.signIn(town.command(), name), false);
        }
    }

    @Test
    void whoever_was_shut_out_says_nothing_any_more_neither_as_who_answers_nor_beside_who_does() throws Exception {
        Install answered = entered("W-11", "20000.00", 5);
        assertWaits(says(town.head(), answered, 0), true);
        Install other = entered("W-12", "20000.00", 5);
        Actor gone = towns.hire(town, "gone", Posts.AGENT);
        assertWaits(says(gone, other, 0), false);
        assertThat(buttons(page(town.second(), "/installs"))).isEqualTo(2);

        shut("head", "gone");

        String seen = page(town.second(), "/installs");
        assertThat(buttons(seen)).isZero();
        assertThat(seen).contains("head said: ", "Their account was shut since, so it does not count any more");
        assertThat(page(town.second(), "/installs?lang=zh-CN")).contains("账号已停用，不再算数");
        assertWaits(says(town.agent(), answered, 0), false);
        assertWaits(says(town.second(), other, 0), true);
        assertThat(says(town.second(), answered, 0)).isInstanceOf(InstallResult.Done.class);
        assertThat(says(town.agent(), other, 0)).isInstanceOf(InstallResult.Done.class);
    }

    @Test
    void what_only_those_wished_who_were_shut_out_is_in_no_list_and_counted_nowhere_until_they_are_back() {
        Install one = entered("W-21", "20000.00", 9);
        Install both = entered("W-22", "20000.00", 5);
        Actor gone = towns.hire(town, "gone", Posts.AGENT);
        assertWaits(says(gone, one, 0), false);
        assertWaits(says(gone, both, 0), false);
        assertWaits(says(town.agent(), both, 1), false);
        shut("gone");
        assertThat(wishes.list(town.head(), null, null, 9))
                .extracting(Install::number)
                .containsExactly("W-22");
        assertThat(wishes.count(town.head(), 9)).isEqualTo(1);

        staff.setActive(town.command(), Offices.signIn(town.command(), "gone"), true);
        assertThat(wishes.count(town.head(), 9)).isEqualTo(2);
    }

    @Test
    void a_second_wish_rings_whoever_answers_now_that_the_head_has_left() {
        Install one = entered("W-23", "9000.00", 5);
        assertWaits(says(town.agent(), one, 0), false);
        shut("head", "second");
        assertWaits(says(town.agent(), one, 0), false);
        assertThat(rung(one)).containsExactly(id(town.head()), id(town.third()));
    }

    @Test
    void where_nobody_else_leads_or_stands_above_the_wisher_reads_that_nobody_could_be_asked() throws Exception {
        Install one = entered("W-13", "20000.00", 5);
        shut("second", "third", "manager");
        Browser.Answer answer = Browser.of(web, town.head())
                .send(
                        "/installs/" + one.id().value() + "/done",
                        "version",
                        Integer.toString(one.version()),
                        "done",
                        today.toString());
        assertThat(answer.next()).isEqualTo("/installs");
        assertThat(says(town.head(), one, 0)).isInstanceOfSatisfying(InstallResult.Waits.class, waits -> {
            assertThat(waits.asked()).isFalse();
            assertThat(waits.text(Words.of(Words.ENGLISH))).contains("nobody could be asked");
            assertThat(waits.text(Words.of(Words.CHINESE))).contains("没有通知到人");
        });
        assertThat(rung(one)).isEmpty();
        assertThat(says(town.agent(), one, 0)).isInstanceOf(InstallResult.Done.class);
    }

    @Test
    void where_the_unit_has_no_head_its_director_answers_for_an_installation_before_the_general_manager() {
        Install one = entered("W-14", "900.00", 5);
        assertThat(responsible(one)).isEqualTo(town.head().staff());
        shut("head", "second");
        assertThat(responsible(one)).isEqualTo(town.third().staff());
        shut("third");
        assertThat(responsible(one)).isEqualTo(town.manager().staff());
    }

    private StaffId responsible(Install one) {
        UUID id = one.id().value();
        return Objects.requireNonNull(
                        answering.matters(town.command().bureau(), List.of(id)).get(id))
                .responsible();
    }

    @Test
    void the_list_asks_as_often_for_many_wishes_as_for_one() throws Exception {
        says(town.agent(), entered("W-15", "9000.00", 5), 0);
        Browser head = Browser.of(web, town.head());
        head.look("/installs?view=WAITING");
        List<String> few = StatementCount.of(() -> head.look("/installs?view=WAITING"));
        for (int number = 16; number < 20; number++) {
            Install one = entered("W-" + number, "9000.00", 5);
            says(town.agent(), one, 0);
            says(towns.hire(town, "more" + number, Posts.AGENT), one, 1);
        }

        List<String> many = StatementCount.of(() -> head.look("/installs?view=WAITING"));

        assertThat(few).isNotEmpty();
        assertThat(many).hasSameSizeAs(few);
        assertThat(buttons(head.look("/installs?view=WAITING").page())).isEqualTo(9);
    }
}
