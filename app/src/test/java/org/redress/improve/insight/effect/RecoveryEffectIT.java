package org.redress.improve.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.recovery.followup.Marks;
import org.redress.desk.recovery.followup.SomeRecoveries;
import org.redress.desk.recovery.taxonomy.NewType;
import org.redress.desk.recovery.taxonomy.TaxonomyVersions;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketChanged;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.StandingChanged;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.5")
class RecoveryEffectIT {

    @Autowired
    Offices offices;

    @Autowired
    SomeEffects some;

    @Autowired
    RecoveryEffects effects;

    @Autowired
    EffectCases cases;

    @Autowired
    FailureTypes types;

    @Autowired
    TaxonomyVersions versions;

    @Autowired
    SomeRecoveries recoveries;

    @Autowired
    Joins joins;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor head;
    private LocalDate day;
    private LocalDate since;
    private Instant now;

    @BeforeEach
    void found() {
        command = offices.found();
        head = offices.hire(command, Posts.HEAD, "2001");
        now = clock.instant();
        // The middle of a month that has been over for so long that a quarter of a year has passed since.
        day = LocalDate.ofInstant(now, command.zone()).minusMonths(5).withDayOfMonth(15);
        since = day.minusYears(4);
    }

    /** So many customers who pay 59 a month, the first of whom left after so many days. */
    private List<UUID> customers(int n, int leaving, int after) {
        List<UUID> ids = new ArrayList<>();
        List<StandingChanged.One> told = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            UUID id = Ids.next();
            ids.add(id);
            told.add(SomeEffects.customer(
                    id, 1, "59", since, i < leaving ? day.plusDays(after) : null, SomeEffects.noon(command, since)));
        }
        some.customers(command, told);
        return ids;
    }

    private Retention line(Side side, int days) {
        return effects.page(head).retention().stream()
                .filter(one -> one.side() == side && one.days() == days)
                .findFirst()
                .orElseThrow();
    }

    private Matched matched(Side side, int days) {
        return Objects.requireNonNull(line(side, days).matched());
    }

    @Test
    void who_stayed_after_a_failure_is_counted_against_like_customers_who_had_none() {
        List<UUID> failed = customers(40, 10, 20);
        customers(200, 20, 20);
        failed.forEach(one -> some.give(command, some.failed(command, one, day), "apology", null));
        some.reckon(command);

        Matched one = matched(Side.GIVEN, 30);
        assertThat(one.cases()).isEqualTo(40);
        assertThat(one.matched()).isEqualTo(40);
        assertThat(one.controls()).isEqualTo(200);
        assertThat(one.stayed().value()).isCloseTo(0.75, within(1e-9));
        assertThat(one.alike().value()).isCloseTo(0.9, within(1e-9));
        assertThat(one.difference()).isCloseTo(-0.15, within(1e-9));
        assertThat(one.certain()).isTrue();
        assertThat(line(Side.NOTHING, 30).cases()).isZero();
        assertThat(line(Side.GIVEN, 30).enough(30)).isTrue();
        assertThat(line(Side.GIVEN, 30).enough(41)).isFalse();
    }

    @Test
    void like_customers_count_once_however_many_months_they_are_compared_in() {
        customers(20, 2, 20);
        for (int month = 0; month < 3; month++) {
            for (UUID one : customers(20, 0, 0)) {
                some.failed(command, one, day.minusMonths(month));
            }
        }
        UUID often = customers(1, 0, 0).getFirst();
        for (int i = 0; i < 40; i++) {
            some.failed(command, often, day.minusDays(i));
        }
        some.reckon(command);
        Matched first = matched(Side.NOTHING, 30);
        assertThat(first.matched()).isEqualTo(61);
        // Twenty who never had a failure, forty and one who had none yet in the months before.
        assertThat(first.controls()).isEqualTo(61);
        assertThat(first.alike().n()).isEqualTo(61);
        assertThat(line(Side.AGAIN_NOTHING, 30).cases()).isEqualTo(39);
        assertThat(matched(Side.AGAIN_NOTHING, 30).stayed().n()).isEqualTo(1);
    }

    @Test
    void the_days_run_from_the_closing_and_what_was_given_later_was_not_given() {
        LocalDate closed = day.plusDays(40);
        UUID given = some.failed(command, customers(1, 0, 0).getFirst(), day, closed);
        some.give(command, given, "apology", null, SomeEffects.noon(command, closed));
        UUID later = some.failed(command, customers(1, 1, 60).getFirst(), day, closed);
        some.give(command, later, "gift", "9.00", SomeEffects.noon(command, closed.plusDays(1)));
        UUID back = some.failed(command, customers(1, 0, 0).getFirst(), day, closed);
        some.takeBack(
                command,
                back,
                some.give(command, back, "gift", "9.00", SomeEffects.noon(command, day)),
                "gift",
                SomeEffects.noon(command, closed.plusDays(9)));
        some.failed(command, customers(1, 1, 20).getFirst(), day, closed);
        some.reckon(command);
        assertThat(line(Side.GIVEN, 30).cases()).isEqualTo(2);
        assertThat(cases.of(head, Side.GIVEN, 30, null, null, 9))
                .extracting(line -> line.ticket().value())
                .containsExactlyInAnyOrder(given, back);
        assertThat(cases.of(head, Side.NOTHING, 30, null, null, 9))
                .as("who had left when it was closed is not looked at")
                .singleElement()
                .returns(later, line -> line.ticket().value())
                .returns(false, EffectCases.Line::stayed);
        assertThat(line(Side.NOTHING, 30).cases()).isEqualTo(1);
        assertThat(line(Side.NOTHING, 90).cases()).isEqualTo(1);
        assertThat(effects.league(head))
                .extracting(LeagueLine::kind, LeagueLine::used, LeagueLine::old)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("apology", 1L, 1L),
                        org.assertj.core.groups.Tuple.tuple("gift", 1L, 0L));
    }

    @Test
    void customers_are_compared_by_what_they_were_before_the_failure() {
        customers(30, 0, 0);
        for (UUID one : customers(30, 0, 0)) {
            some.failed(command, one, day);
            some.customers(
                    command,
                    List.of(SomeEffects.customer(
                            one, 2, "9", since, null, SomeEffects.noon(command, day.plusDays(30)))));
        }
        // Who pays much until the month is over is like nobody in it, whatever they pay today.
        for (int i = 0; i < 5; i++) {
            UUID other = Ids.next();
            some.customers(
                    command,
                    List.of(SomeEffects.customer(
                            other, 1, "900", since, null, SomeEffects.noon(command, day.minusDays(50)))));
            some.customers(
                    command,
                    List.of(SomeEffects.customer(
                            other, 2, "59", since, null, SomeEffects.noon(command, day.plusDays(1)))));
        }
        some.reckon(command);
        assertThat(matched(Side.NOTHING, 30).matched()).isEqualTo(30);
        assertThat(matched(Side.NOTHING, 30).controls()).isEqualTo(30);
    }

    @Test
    void a_customer_of_another_kind_is_like_nobody_and_days_that_have_not_passed_do_not_count() {
        List<UUID> failed = customers(3, 0, 0);
        some.customers(
                command,
                List.of(
                        SomeEffects.customer(Ids.next(), 1, "900", since, null),
                        SomeEffects.customer(Ids.next(), 1, "59", day.minusDays(3), null),
                        SomeEffects.customer(Ids.next(), 1, "59", day.plusDays(3), null)));
        failed.forEach(one -> some.failed(command, one, day));
        LocalDate lately = LocalDate.ofInstant(now, command.zone()).minusDays(10);
        some.failed(command, customers(1, 0, 0).getFirst(), lately);
        some.reckon(command);
        assertThat(line(Side.NOTHING, 30).cases()).isEqualTo(3);
        assertThat(matched(Side.NOTHING, 30).controls()).isEqualTo(1);
        assertThat(line(Side.NOTHING, 90).cases()).isEqualTo(3);
        assertThat(line(Side.NOTHING, 180).cases()).isZero();
    }

    @Test
    void a_second_failure_within_a_year_stands_by_itself_and_what_was_taken_back_was_not_given() {
        List<UUID> two = customers(2, 0, 0);
        UUID first = some.failed(command, two.getFirst(), day.minusDays(100));
        UUID again = some.failed(command, two.getFirst(), day);
        UUID other = some.failed(command, two.getLast(), day);
        some.give(command, first, "apology", null);
        some.give(command, again, "bill-credit", "30.00");
        UUID back = some.give(command, other, "gift", "9.00");
        some.takeBack(command, other, back, "gift", SomeEffects.noon(command, day));
        some.reckon(command);
        assertThat(line(Side.GIVEN, 30).cases()).isEqualTo(1);
        assertThat(line(Side.AGAIN_GIVEN, 30).cases()).isEqualTo(1);
        assertThat(line(Side.NOTHING, 30).cases()).isEqualTo(1);
        assertThat(cases.of(head, Side.AGAIN_GIVEN, 30, null, null, 9))
                .extracting(line -> line.ticket().value())
                .containsExactly(again);
        assertThat(effects.league(head))
                .extracting(LeagueLine::kind)
                .containsExactlyInAnyOrder("apology", "bill-credit");
    }

    @Test
    void the_same_told_twice_or_in_another_order_comes_to_the_same() {
        UUID customer = customers(1, 0, 0).getFirst();
        UUID ticket = Ids.next();
        TicketChanged.Fact closed = SomeEffects.failure(command, ticket, 3, "closed", customer, day, "no-service");
        TicketChanged.Fact open = SomeEffects.failure(command, ticket, 2, "resolved", customer, day, null);
        for (List<TicketChanged.Fact> told : List.of(List.of(closed), List.of(open), List.of(closed))) {
            some.failures(command, told);
        }
        some.customers(command, List.of(SomeEffects.customer(customer, 3, "59", since, day.plusDays(2), now)));
        some.customers(command, List.of(SomeEffects.customer(customer, 2, "59", since, null)));
        some.reckon(command);
        assertThat(cases.of(head, Side.NOTHING, 30, null, null, 9))
                .singleElement()
                .satisfies(one -> assertThat(one.left()).isEqualTo(day.plusDays(2)));
        some.failures(
                command, List.of(SomeEffects.failure(command, ticket, 4, "cancelled", customer, day, "no-service")));
        some.reckon(command);
        assertThat(line(Side.NOTHING, 30).cases()).isZero();
    }

    @Test
    void every_figure_has_as_many_cases_behind_it_page_by_page() {
        customers(7, 2, 10).forEach(one -> some.failed(command, one, day));
        some.reckon(command);
        List<EffectCases.Line> all = new ArrayList<>();
        List<EffectCases.Line> page = cases.of(head, Side.NOTHING, 30, null, null, 3);
        while (!page.isEmpty()) {
            all.addAll(page);
            EffectCases.Line last = page.getLast();
            page = cases.of(
                    head, Side.NOTHING, 30, last.failedOn(), last.ticket().value(), 3);
        }
        assertThat(all).hasSize(Math.toIntExact(line(Side.NOTHING, 30).cases()));
        assertThat(all.stream().filter(one -> !one.stayed())).hasSize(2);
    }

    @Test
    void satisfaction_is_shown_for_first_second_and_no_failure_where_there_are_enough() throws Exception {
        List<UUID> failed = customers(40, 0, 0);
        List<UUID> others = customers(40, 0, 0);
        for (int i = 0; i < failed.size(); i++) {
            UUID ticket = some.failed(command, failed.get(i), day);
            some.answer(command, ticket, failed.get(i), 4, i % 2 == 0 ? 5 : 4, now);
            some.mood(command, ticket, failed.get(i), i < 30 ? "ANGRY" : "CALM", now);
            some.mood(command, ticket, failed.get(i), "PLEASED", now.plusSeconds(9));
            some.answer(command, null, others.get(i), 0, 3, now);
        }
        some.answer(command, null, failed.getFirst(), 0, 1, now);
        some.answer(command, null, others.getFirst(), 0, 1, now.minusSeconds(864_000));
        some.reckon(command);
        EffectPage page = effects.page(head);
        assertThat(page.satisfaction())
                .extracting(Satisfaction::group, Satisfaction::answers)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("FIRST", 40L),
                        org.assertj.core.groups.Tuple.tuple("AGAIN", 0L),
                        org.assertj.core.groups.Tuple.tuple("NONE", 40L));
        assertThat(Objects.requireNonNull(page.satisfaction().getFirst().mean()).value())
                .isCloseTo(4.5, within(1e-9));
        assertThat(page.satisfaction().get(1).mean()).isNull();
        assertThat(Objects.requireNonNull(page.satisfaction().get(2).mean()).value())
                .isEqualTo(3);
        assertThat(Browser.of(web, head).look("/effect").page())
                .contains("First failure in twelve months, closed", "spoken to, people give better marks");
        BeforeAfter before = Objects.requireNonNull(page.before());
        assertThat(before.upset().value()).isCloseTo(0.75, within(1e-9));
        assertThat(before.bad().value()).isZero();
    }

    @Test
    void a_matter_that_was_asked_about_twice_has_the_mark_that_was_given_last() {
        for (UUID one : customers(30, 0, 0)) {
            UUID ticket = some.failed(command, one, day);
            some.give(command, ticket, "bill-credit", "10.00");
            some.answer(command, ticket, one, 5, 5, now.minusSeconds(864_000));
            some.answer(command, ticket, one, 2, 1, now);
        }
        some.reckon(command);
        LeagueLine credit = effects.league(head).getFirst();
        assertThat(credit.answers()).isEqualTo(30);
        assertThat(Objects.requireNonNull(credit.satisfaction()).value()).isEqualTo(2);
        assertThat(effects.page(head).satisfaction().getFirst())
                .returns(30L, Satisfaction::answers)
                .satisfies(first ->
                        assertThat(Objects.requireNonNull(first.mean()).value()).isEqualTo(1));
    }

    @Test
    void what_was_kept_is_said_with_both_samples_of_the_same_type_and_currency() throws Exception {
        LocalDate early = day.minusMonths(4);
        List<UUID> given = customers(40, 0, 0);
        for (UUID one : given) {
            some.give(command, some.failed(command, one, early), "bill-credit", "10.00");
        }
        some.customers(
                command,
                List.of(new StandingChanged.One(
                        given.getFirst(),
                        2,
                        org.redress.ground.party.Segment.RESIDENTIAL,
                        new java.math.BigDecimal("59000"),
                        "USD",
                        since,
                        null,
                        SomeEffects.noon(command, early.minusDays(1)))));
        customers(35, 7, -100).forEach(one -> some.failed(command, one, early));
        some.failures(
                command,
                customers(50, 0, 0).stream()
                        .map(one -> SomeEffects.failure(command, Ids.next(), 1, "closed", one, early, "billing"))
                        .toList());
        some.reckon(command);
        KeptValue value = Objects.requireNonNull(effects.page(head).value());
        assertThat(value.matched().matched()).isEqualTo(39);
        assertThat(value.known()).isEqualTo(39);
        assertThat(value.cost()).isEqualTo(Money.parse("CNY 390.00"));
        assertThat(value.monthly()).isEqualTo(Money.parse("CNY 59.00"));
        assertThat(value.matched().difference()).isCloseTo(0.2, within(1e-9));
        assertThat(Browser.of(web, head).look("/effect").page())
                .contains("39 cases to which something was given, 35 customers", "nobody drew lots for remedies");
    }

    @Test
    void types_that_have_become_one_stand_on_one_line_of_the_league() {
        Actor officer = offices.hire(command, Posts.QUALITY, "3001");
        for (String type : List.of("slow-broadband", "no-signal")) {
            UUID ticket = Ids.next();
            some.failures(
                    command,
                    List.of(SomeEffects.failure(
                            command, ticket, 1, "closed", customers(1, 0, 0).getFirst(), day, type)));
            some.give(command, ticket, "gift", "9.00");
        }
        some.reckon(command);
        assertThat(effects.league(head)).hasSize(2);
        int seen = types.taxonomy(command.bureau()).version();
        versions.merge(
                officer, seen, List.of("slow-broadband", "no-signal"), new NewType("网络差", "Poor network"), "合并口径");
        assertThat(effects.league(head))
                .singleElement()
                .returns("own-" + (seen + 1), LeagueLine::type)
                .returns(2L, LeagueLine::used)
                .returns(Money.parse("CNY 18.00"), LeagueLine::cost);
    }

    @Test
    void joined_tickets_of_a_customer_are_one_failure() {
        Actor lin = offices.hire(command, Posts.AGENT, "2107");
        CustomerId zhou = recoveries.customer(lin, 4711);
        Ticket first = recoveries.closed(lin, zhou);
        Ticket same = recoveries.closed(lin, zhou);
        some.customers(command, List.of(SomeEffects.customer(zhou.value(), 1, "59", since, null)));
        for (Ticket ticket : List.of(first, same)) {
            some.failures(
                    command,
                    List.of(SomeEffects.failure(
                            command, ticket.id().value(), 99, "closed", zhou.value(), day, "no-service")));
            some.give(command, ticket.id().value(), "gift", "10.00");
        }
        some.reckon(command);
        assertThat(line(Side.AGAIN_GIVEN, 30).cases()).isEqualTo(1);
        joins.join(lin, same.id(), first.id(), null);
        deliveries.await(command);
        some.reckon(command);
        assertThat(line(Side.GIVEN, 30).cases()).isEqualTo(1);
        assertThat(line(Side.AGAIN_GIVEN, 30).cases()).isZero();
        assertThat(cases.of(head, Side.GIVEN, 30, null, null, 9)).hasSize(1);
        assertThat(effects.league(head))
                .filteredOn(one -> one.kind().equals("gift"))
                .singleElement()
                .returns(1L, LeagueLine::used)
                .returns(Money.parse("CNY 20.00"), LeagueLine::cost);
        joins.part(lin, same.id(), null);
        deliveries.await(command);
        some.reckon(command);
        assertThat(line(Side.AGAIN_GIVEN, 30).cases()).isEqualTo(1);
    }

    @Test
    void the_other_answers_are_shown_with_their_intervals_where_there_are_enough() throws Exception {
        List<UUID> failed = customers(40, 0, 0);
        for (int i = 0; i < failed.size(); i++) {
            UUID ticket = some.failed(command, failed.get(i), day);
            some.answer(
                    command,
                    ticket,
                    failed.get(i),
                    new Marks(4, 4, i < 35 ? 2 : null, i < 20 ? 4 : 3, i < 20 ? 10 : 8, i < 10));
        }
        some.reckon(command);
        List<Said> said = effects.page(head).said();
        assertThat(said).extracting(Said::question).isEqualTo(Said.QUESTIONS);
        List<Said.Answers> first =
                said.stream().map(one -> one.groups().getFirst()).toList();
        assertThat(first).extracting(Said.Answers::n).containsExactly(40L, 35L, 40L, 40L, 40L);
        assertThat(first.subList(0, 4))
                .extracting(answers -> Objects.requireNonNull(answers.mean()).value())
                .containsExactly(4.0, 2.0, 3.5, 9.0);
        assertThat(Objects.requireNonNull(first.get(3).mean()).high()).isGreaterThan(5);
        assertThat(Objects.requireNonNull(first.getLast().share()).value()).isCloseTo(0.25, within(1e-9));
        assertThat(said.getFirst().groups().getLast()).isEqualTo(new Said.Answers(0, null, null));
        assertThat(Browser.of(web, head).look("/effect").page())
                .contains("Complained elsewhere, or mean to", "25.0% (", "9.00 (8.", "35 answers");
    }

    @Test
    void the_league_is_measured_and_silent_where_there_are_too_few() throws Exception {
        List<UUID> failed = customers(45, 15, 60);
        for (int i = 0; i < failed.size(); i++) {
            UUID ticket = some.failed(command, failed.get(i), day);
            some.give(command, ticket, i < 35 ? "bill-credit" : "gift", "10.00");
            some.answer(command, ticket, failed.get(i), 3, 3, now);
        }
        some.reckon(command);
        List<LeagueLine> league = effects.league(head);
        assertThat(league).extracting(LeagueLine::kind).containsExactly("bill-credit", "gift");
        LeagueLine credit = league.getFirst();
        assertThat(credit.used()).isEqualTo(35);
        assertThat(credit.cost()).isEqualTo(Money.parse("CNY 350.00"));
        assertThat(Objects.requireNonNull(credit.stayed()).value()).isCloseTo(20 / 35.0, within(1e-9));
        assertThat(Objects.requireNonNull(credit.satisfaction()).value()).isEqualTo(3);
        LeagueLine gift = league.getLast();
        assertThat(gift.placed()).isFalse();
        assertThat(gift.used()).isEqualTo(10);

        Browser desk = Browser.of(web, head);
        assertThat(desk.look("/effect/league").page()).contains("¥350.00", "too few (fewer than 30)", "57.1%");
        assertThat(new String(desk.bytes("/effect/league.csv"), StandardCharsets.UTF_8))
                .contains("350.00", "57.1");
        assertThat(desk.bytes("/effect/league.xlsx")).startsWith((byte) 'P', (byte) 'K');
    }

    @Test
    void the_page_says_what_it_knows_and_what_is_too_few() throws Exception {
        Browser desk = Browser.of(web, head);
        assertThat(desk.look("/effect").page()).contains("There is nothing to reckon yet");
        customers(40, 4, 20).forEach(one -> some.failed(command, one, day));
        customers(100, 4, 20);
        some.reckon(command);
        String page = desk.look("/effect").page();
        assertThat(page)
                .contains("/effect/cases?side=NOTHING&amp;days=30", "90.0%", "96.0%", "too few (fewer than 30)")
                .contains("not after a second failure", "Labour is not counted");
        assertThat(desk.look("/effect/cases?side=NOTHING&days=30").page()).contains("Left ", "Stayed");
        assertThat(new String(desk.bytes("/effect.csv"), StandardCharsets.UTF_8))
                .contains("90.0", "96.0");
    }

    @Test
    void who_has_no_right_sees_nothing_and_an_agent_takes_nothing_out() throws Exception {
        Actor agent = offices.hire(command, Posts.AGENT, "2107");
        assertThat(effects.page(agent).retention()).hasSize(12);
        assertThat(Browser.of(web, agent).look("/effect.csv").status()).isEqualTo(403);
        Actor nobody = new Actor(
                command.bureau(),
                agent.staff(),
                "x",
                "x",
                agent.unit(),
                agent.post(),
                List.of(),
                agent.language(),
                agent.zone(),
                agent.region(),
                agent.jurisdiction());
        assertThatThrownBy(() -> effects.page(nobody)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> effects.league(nobody)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cases.of(nobody, Side.GIVEN, 30, null, null, 1))
                .isInstanceOf(Problem.class);
    }

    /**
     * Failures are laid over the customers of the classic set by chance, more on those who are new and pay much, who leave more
     * often anyway. By themselves they do nothing, so a fair comparison must find nothing.
     */
    @Test
    void failures_that_do_nothing_are_found_to_do_nothing_though_they_fall_on_those_who_leave_anyway()
            throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("ibm_churn.csv"), StandardCharsets.US_ASCII);
        List<StandingChanged.One> customers = new ArrayList<>();
        List<TicketChanged.Fact> failures = new ArrayList<>();
        int failed = 0;
        int failedStayed = 0;
        int othersStayed = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int tenure = Integer.parseInt(cells[5]);
            double monthly = Double.parseDouble(cells[18]);
            boolean left = cells[20].equals("Yes");
            UUID id = Ids.next();
            customers.add(SomeEffects.customer(
                    id, 1, cells[18], day.minusMonths(tenure).minusDays(5), left ? day.plusDays(5) : null));
            double chance = Integer.toUnsignedLong(cells[0].hashCode() * 0x9E3779B1) / 0x1p32 * 100;
            if (chance < 60 / (1 + tenure / 6.0) * (monthly / 70)) {
                failures.add(SomeEffects.failure(command, Ids.next(), 1, "closed", id, day, null));
                failed++;
                failedStayed += left ? 0 : 1;
            } else {
                othersStayed += left ? 0 : 1;
            }
        }
        some.customers(command, customers);
        some.failures(command, failures);
        some.reckon(command);

        assertThat(customers).hasSize(7043);
        double naive = (double) failedStayed / failed - (double) othersStayed / (customers.size() - failed);
        assertThat(naive).isLessThan(-0.2);
        Matched matched = matched(Side.NOTHING, 30);
        assertThat(matched.matched()).isEqualTo(failed);
        assertThat(matched.difference()).isCloseTo(0, within(0.04));
        assertThat(matched.certain()).isFalse();
    }
}
