package org.redress.desk.recovery.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.credit.HitTown;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.ground.identity.Actor;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.3")
class InstallPagesIT {

    private static final Pattern SUM = Pattern.compile("<a href=\"(/recovery/ledger\\?[^\"]+)\">¥([\\d.]+)</a>");
    private static final Pattern ROW_SUM = Pattern.compile("<td class=\"r-num r-nw\">¥([\\d.]+)</td>");

    @Autowired
    HitTown towns;

    @Autowired
    InstallBook book;

    @Autowired
    Approvals approvals;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private HitTown.Town town;
    private LocalDate today;

    @BeforeEach
    void found() {
        town = towns.found(3);
        today = LocalDate.ofInstant(clock.instant(), town.command().zone());
    }

    /** The form filled in, with some of its fields otherwise. */
    private String[] form(String... otherwise) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "number", "ZJ-1",
                "customer", "13810000000",
                "what", "BROADBAND",
                "unit", town.crew().value().toString(),
                "sum", "208.50",
                "ordered", today.minusDays(20).toString(),
                "due", today.minusDays(6).toString(),
                "done", ""));
        for (int i = 0; i < otherwise.length; i += 2) {
            fields.put(otherwise[i], otherwise[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
    }

    @Test
    void an_agent_enters_one_and_says_when_it_works_and_the_damages_reckon_themselves() throws Exception {
        Browser agent = Browser.of(web, town.agent());
        assertThat(agent.look("/installs").page()).contains("No installation is in the book yet", "Promised for");
        assertThat(agent.send("/installs", form()).next()).isEqualTo("/installs");
        Install one = book.list(town.agent(), null, null, 2).getFirst();
        assertThat(agent.look("/installs").page())
                .contains("ZJ-1", "Broadband", "客户0", "¥208.50", "¥12.51", "not in the ledger yet", "Overdue")
                .contains("fees taken × 1 % × days late");
        agent.send(
                "/installs/" + one.id().value() + "/done",
                "version",
                "1",
                "done",
                today.minusDays(4).toString());
        deliveries.await(town.command());
        assertThat(agent.look("/installs").page())
                .contains("¥4.17", "in the ledger", "Came late")
                .doesNotContain("not in the ledger yet");
    }

    @Test
    void one_that_works_already_is_entered_with_its_day() throws Exception {
        Browser agent = Browser.of(web, town.agent());
        agent.send("/installs", form("done", today.minusDays(5).toString()));
        deliveries.await(town.command());
        assertThat(agent.look("/installs").page()).contains("¥2.09", "in the ledger");
    }

    @Test
    void one_that_the_customer_gives_up_is_owed_until_that_day_and_stays_late() throws Exception {
        Browser agent = Browser.of(web, town.agent());
        agent.send("/installs", form());
        Install one = book.list(town.agent(), null, null, 2).getFirst();
        String path = "/installs/" + one.id().value();
        assertThat(agent.send(path + "/withdrawn", "version", "1", "done", "").status())
                .as("without a day")
                .isEqualTo(422);
        agent.send(
                path + "/withdrawn", "version", "1", "done", today.minusDays(4).toString());
        deliveries.await(town.command());
        assertThat(agent.look("/installs").page())
                .contains("Late, given up", "¥4.17", "in the ledger", "Wanted after all")
                .doesNotContain("not in the ledger yet", "Given up by the customer<");
        assertThat(agent.look("/installs?lang=zh-CN").page()).contains("逾期，客户不要了", "还是要装");

        agent.send(path + "/done", "version", "2");
        deliveries.await(town.command());
        assertThat(agent.look("/installs").page())
                .contains("Overdue", "not in the ledger yet", "Given up by the customer<");
    }

    @Test
    void what_is_more_than_one_may_give_in_a_case_is_owed_on_the_word_of_two() throws Exception {
        Browser agent = Browser.of(web, town.agent());
        agent.send(
                "/installs",
                form("sum", "9000000.00", "done", today.minusDays(4).toString()));
        Install one = book.list(town.agent(), null, null, 2).getFirst();
        deliveries.await(town.command());
        assertThat(one.done()).as("noted only").isNull();
        assertThat(agent.look("/installs").page())
                .contains(town.agent().name() + " says: works since ", "not in the ledger yet");
        Browser.of(web, town.head())
                .send(
                        "/installs/" + one.id().value() + "/done",
                        "version",
                        Integer.toString(one.version()),
                        "done",
                        today.minusDays(4).toString());
        deliveries.await(town.command());
        assertThat(agent.look("/installs").page())
                .contains("¥180,000.00", "in the ledger")
                .doesNotContain(" says: works");
    }

    @Test
    void a_change_that_raises_the_damages_is_seen_to_wait_and_another_makes_it_with_one_button() throws Exception {
        Browser agent = Browser.of(web, town.agent());
        agent.send("/installs", form("done", today.minusDays(5).toString()));
        Install one = book.list(town.agent(), null, null, 2).getFirst();
        String path = "/installs/" + one.id().value() + "/done";
        String version = Integer.toString(one.version());
        agent.send(path, "version", version, "done", today.toString());

        String waits = town.agent().name() + " says: works since ";
        assertThat(agent.look("/installs").page()).contains(waits).doesNotContain("Agree to the change");
        Browser head = Browser.of(web, town.head());
        assertThat(head.look("/installs").page()).contains(waits, "Agree to the change");
        head.send(path, "version", version, "done", today.toString());
        deliveries.await(town.command());
        assertThat(head.look("/installs").page()).contains("¥12.51").doesNotContain(waits);
    }

    @Test
    void what_cannot_be_is_refused_at_its_field_and_nothing_of_it_is_kept() throws Exception {
        Browser agent = Browser.of(web, town.agent());
        String before = today.minusDays(21).toString();
        Map<String[], String> refused = Map.ofEntries(
                Map.entry(form("sum", "-5"), "not below 0"),
                Map.entry(form("sum", "5.005"), "at most 2"),
                Map.entry(form("sum", "9999999999999"), "9999999999999"),
                Map.entry(form("sum", "five"), "five"),
                Map.entry(form("sum", ""), "Give fees"),
                Map.entry(form("due", "2999-01-01"), "at most 5 years after"),
                Map.entry(form("due", "+999999-01-01"), "at most 5 years after"),
                Map.entry(form("due", before), "on the day of its order or later"),
                Map.entry(form("due", "soon"), "id=\"f-due-e\""),
                Map.entry(form("ordered", "2999-01-01", "due", "2999-01-02"), "Give the day of the order"),
                Map.entry(form("ordered", "1999-01-01"), "Give the day of the order"),
                Map.entry(form("done", before), "id=\"f-done-e\""),
                Map.entry(form("done", "2999-01-01"), "id=\"f-done-e\""),
                Map.entry(form("number", "  "), "id=\"f-number-e\""),
                Map.entry(form("number", "Z".repeat(41)), "Give an order number"),
                Map.entry(form("what", "ROCKET"), "id=\"f-what-e\""),
                Map.entry(form("unit", "x"), "Choose a unit"),
                Map.entry(form("customer", "客户"), "More than one customer fits"),
                Map.entry(form("customer", "19900000000"), "No customer has this number"));
        for (Map.Entry<String[], String> one : refused.entrySet()) {
            Browser.Answer answer = agent.send("/installs", one.getKey());
            assertThat(answer.status()).as(String.join(" ", one.getKey())).isEqualTo(422);
            assertThat(answer.page()).contains(one.getValue(), "is-invalid");
        }
        assertThat(book.list(town.agent(), null, null, 2)).isEmpty();
        assertThat(agent.send("/installs", form("due", "2999-01-01")).page())
                .as("what was typed comes back")
                .contains("value=\"ZJ-1\"", "value=\"13810000000\"", "value=\"208.50\"", "value=\"2999-01-01\"");
    }

    @Test
    void two_who_enter_the_same_number_at_once_make_one_and_so_does_a_double_click() throws Exception {
        List<Browser> both = List.of(Browser.of(web, town.agent()), Browser.of(web, town.head()));
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<Browser.Answer>> asked = new ArrayList<>();
            for (Browser each : both) {
                asked.add(pool.submit(() -> each.send("/installs", form())));
            }
            for (Future<Browser.Answer> each : asked) {
                statuses.add(each.get().status());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(303, 422);
        String key = java.util.UUID.randomUUID().toString();
        both.getFirst().sendAgain(key, "/installs", form("number", "ZJ-2"));
        both.getFirst().sendAgain(key, "/installs", form("number", "ZJ-2"));
        assertThat(book.list(town.agent(), null, null, 9))
                .extracting(Install::number)
                .containsExactlyInAnyOrder("ZJ-1", "ZJ-2");
    }

    @Test
    void who_works_for_another_unit_sees_them_and_changes_none() throws Exception {
        book.enter(
                town.head(),
                new NewInstall(
                        "ZJ-9",
                        Installed.TV,
                        town.customers().getFirst(),
                        town.crew(),
                        org.joda.money.Money.of(HitTown.YUAN, new BigDecimal("10.00")),
                        today,
                        today));
        Actor elsewhere = towns.elsewhere(town);
        Browser agent = Browser.of(web, elsewhere);
        String path = "/installs/"
                + book.list(elsewhere, null, null, 1).getFirst().id().value();
        assertThat(agent.look("/installs").page()).contains("ZJ-9").doesNotContain(path);
        assertThat(agent.send(path + "/done", "version", "1", "done", today.toString())
                        .status())
                .isEqualTo(403);
        assertThat(agent.send("/installs", form()).page()).contains("Choose a unit");
    }

    @Test
    void what_the_law_owes_and_what_is_given_by_choice_stand_by_month_and_each_sum_leads_to_its_entries()
            throws Exception {
        Browser head = Browser.of(web, town.head());
        head.send("/installs", form("done", today.minusDays(3).toString()));
        head.send("/installs", form("number", "ZJ-2", "customer", "13810000001", "done", today.toString()));
        for (String sum : List.of("18.00", "0.07")) {
            approvals.give(
                    town.head(),
                    Proposal.of(
                            "given." + sum,
                            null,
                            town.customers().get(2),
                            town.crew(),
                            RemedyKind.BILL_CREDIT.code(),
                            null,
                            null,
                            org.joda.money.Money.of(HitTown.YUAN, new BigDecimal(sum))));
        }
        deliveries.await(town.command());

        Browser.Answer page = head.look("/recovery/balances?by=BASIS");
        List<MatchResult> sums = SUM.matcher(page.page()).results().limit(5).toList();
        assertThat(sums).extracting(one -> one.group(2)).containsExactly("18.77", "18.07", "18.07", "0.00", "36.84");
        for (MatchResult sum : sums) {
            String path = sum.group(1).replace("&amp;", "&");
            assertThat(path).contains("month=" + YearMonth.from(today));
            BigDecimal behind = ROW_SUM.matcher(head.look(path).page())
                    .results()
                    .map(row -> new BigDecimal(row.group(1)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(behind).as(path).isEqualByComparingTo(sum.group(2));
        }
        assertThat(head.look("/recovery/ledger?by=BASIS&key=PRESENT").status()).isEqualTo(404);
        assertThat(Browser.of(web, town.agent())
                        .look("/recovery/balances?by=BASIS")
                        .status())
                .isEqualTo(403);
    }
}
