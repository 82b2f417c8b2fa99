package org.redress.improve.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.recovery.followup.Marks;
import org.redress.desk.recovery.taxonomy.NewType;
import org.redress.desk.recovery.taxonomy.TaxonomyVersions;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.StandingChanged;
import org.redress.platform.database.Ids;
import org.redress.support.Browser;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

/** What customers answered, what was kept, and the league of remedies. */
@RedressIT
@Tag("S4.5")
class EffectAnswersIT extends EffectFixture {

    @Autowired
    FailureTypes types;

    @Autowired
    TaxonomyVersions versions;

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
        failedAgain(30);
        some.answer(command, null, failed.getFirst(), 0, 1, now);
        some.answer(command, null, others.getFirst(), 0, 1, now.minusSeconds(864_000));
        some.reckon(command);
        EffectPage page = effects.page(head);
        assertThat(page.satisfaction())
                .extracting(Satisfaction::group, Satisfaction::answers)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("FIRST", 40L),
                        org.assertj.core.groups.Tuple.tuple("AGAIN", 30L),
                        org.assertj.core.groups.Tuple.tuple("NONE", 40L));
        assertThat(Objects.requireNonNull(page.satisfaction().getFirst().mean()).value())
                .isCloseTo(4.5, within(1e-9));
        Mean again = Objects.requireNonNull(page.satisfaction().get(1).mean());
        assertThat(again.value()).isCloseTo(2.5, within(1e-9));
        assertThat(again.high()).as("not happier than who never had a failure").isLessThan(3);
        assertThat(Objects.requireNonNull(page.satisfaction().get(2).mean()).value())
                .isEqualTo(3);
        BeforeAfter before = Objects.requireNonNull(page.before());
        assertThat(before.n()).isEqualTo(70);
        assertThat(before.upset().value()).isCloseTo(60 / 70.0, within(1e-9));
        assertThat(before.bad().value()).isCloseTo(15 / 70.0, within(1e-9));
        theParadoxInBothLanguages();
    }

    /** Customers whom something failed before, upset about it, half of whom give the service a bad mark. */
    private void failedAgain(int n) {
        List<UUID> again = customers(n, 0, 0);
        for (int i = 0; i < n; i++) {
            some.failed(command, again.get(i), day.minusDays(100));
            UUID ticket = some.failed(command, again.get(i), day);
            some.answer(command, ticket, again.get(i), 3, i % 2 == 0 ? 2 : 3, now);
            some.mood(command, ticket, again.get(i), "FURIOUS", now);
        }
    }

    /** First failures 4.50, second ones 2.50, none 3.00: who was failed twice is not happier. */
    private void theParadoxInBothLanguages() throws Exception {
        Browser desk = Browser.of(web, head);
        String page = desk.look("/effect?lang=en").page();
        assertThat(page)
                .contains("First failure in twelve months, closed", "spoken to, people give better marks")
                .contains("and not after a second failure")
                .contains("Of 70 customers of whom both is known, 85.7% (75.7% to 92.1%) were upset when they first"
                        + " spoke, and 21.4% (13.4% to 32.4%) gave the service a bad mark afterwards.");
        assertThat(row(page, "First failure in twelve months, closed")).contains("4.50", "4.34–4.66");
        assertThat(row(page, "Failed again within twelve months, closed")).contains("2.50", "2.32–2.68");
        assertThat(row(page, "Never a failure")).contains("3.00", "3.00–3.00");
        String chinese = desk.look("/effect?lang=zh-CN").page();
        assertThat(chinese)
                .contains("且第二次失误后不成立")
                .contains("两项都有记录的70位客户中，首次联系时情绪不好的占85.7%（75.7%至92.1%），" + "事后对服务打低分的占21.4%（13.4%至32.4%）。");
        assertThat(row(chinese, "十二个月内再次失误，已办结")).contains("2.50", "2.32–2.68");
    }

    /** The first row of a table with this beginning. */
    private static String row(String page, String begins) {
        String rest = page.substring(page.indexOf("<td class=\"tx\">" + begins));
        return rest.substring(0, rest.indexOf("</tr>"));
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
}
