package org.redress.improve.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.TicketChanged;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.RedressIT;

@RedressIT
@Tag("S4.5")
class RecoveryEffectIT extends EffectFixture {
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
    void who_leaves_later_is_seen_at_ninety_days_and_at_half_a_year_with_the_interval() throws Exception {
        LocalDate early = day.minusMonths(3);
        int early60 = 60 - (int) ChronoUnit.DAYS.between(early, day);
        int early120 = early60 + 60;
        Stream.of(customers(5, 5, early60), customers(10, 10, early120), customers(35, 0, 0))
                .flatMap(List::stream)
                .forEach(one -> some.give(command, some.failed(command, one, early), "apology", null));
        customers(10, 10, early60);
        customers(10, 10, early120);
        customers(180, 0, 0);
        some.reckon(command);

        assertThat(matched(Side.GIVEN, 30).difference()).isZero();
        Matched quarter = matched(Side.GIVEN, 90);
        assertThat(quarter.matched()).isEqualTo(50);
        assertThat(quarter.controls()).isEqualTo(200);
        assertThat(quarter.stayed().value()).isCloseTo(0.9, within(1e-9));
        assertThat(quarter.alike().value()).isCloseTo(0.95, within(1e-9));
        assertThat(quarter.verdict()).isEqualTo("unclear");
        Matched half = matched(Side.GIVEN, 180);
        assertThat(half.matched()).isEqualTo(50);
        assertThat(half.stayed().value()).isCloseTo(0.7, within(1e-9));
        assertThat(half.alike().value()).isCloseTo(0.9, within(1e-9));
        assertThat(half.verdict()).isEqualTo("less");

        List<String> rows = rows(Browser.of(web, head).look("/effect").page(), "First failure, something given");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).contains("100.0%");
        assertThat(rows.get(1)).contains("90.0%", "95.0%", "−5.0 (−16.6 to +1.9)", "Not certain");
        assertThat(rows.get(2)).contains("70.0%", "90.0%", "−20.0 (−34.2 to −8.0)", "Fewer stayed");
    }

    /** The rows of tables with this beginning. */
    private static List<String> rows(String page, String begins) {
        return Stream.of(page.split("<tr>"))
                .filter(row -> row.startsWith("<td class=\"tx\">" + begins))
                .toList();
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
        assertThat(cases.of(head, Side.AGAIN_GIVEN, 30, false, Place.TOP, 9))
                .extracting(line -> line.ticket().value())
                .containsExactly(again);
        assertThat(effects.league(head))
                .extracting(LeagueLine::kind)
                .containsExactlyInAnyOrder("apology", "bill-credit");
    }

    @Test
    void what_another_system_closed_is_neither_given_nor_nothing_until_it_is_opened_here() {
        UUID customer = customers(1, 0, 0).getFirst();
        UUID ticket = Ids.next();
        some.failures(command, List.of(byFile(ticket, 1, "closed", customer, null)));
        some.reckon(command);
        assertThat(line(Side.NOTHING, 30).cases()).isZero();
        assertThat(cases.of(head, Side.NOTHING, 30, false, Place.TOP, 9)).isEmpty();

        TicketChanged.Course here = new TicketChanged.Course(null, null, null, null, null, 0);
        some.failures(command, List.of(byFile(ticket, 2, "closed", customer, here)));
        some.reckon(command);
        assertThat(line(Side.NOTHING, 30).cases())
                .as("who says what failed has not closed it")
                .isZero();

        some.failures(command, List.of(byFile(ticket, 3, "inProgress", customer, here)));
        some.failures(command, List.of(byFile(ticket, 4, "closed", customer, here)));
        some.reckon(command);
        assertThat(line(Side.NOTHING, 30).cases()).isEqualTo(1);
    }

    private TicketChanged.Fact byFile(
            UUID ticket, int version, String state, UUID customer, TicketChanged.@Nullable Course course) {
        TicketChanged.Fact one = SomeEffects.failure(command, ticket, version, state, customer, day, "no-service");
        return new TicketChanged.Fact(
                one.id(),
                one.number(),
                one.version(),
                one.kind(),
                one.state(),
                one.channel(),
                one.place(),
                one.unit(),
                one.failureType(),
                one.suggestedType(),
                one.customer(),
                one.receivedAt(),
                one.resolvedAt(),
                one.closedAt(),
                true,
                course,
                null);
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
        assertThat(cases.of(head, Side.NOTHING, 30, false, Place.TOP, 9))
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
        List<EffectCases.Line> page = cases.of(head, Side.NOTHING, 30, false, Place.TOP, 3);
        while (!page.isEmpty()) {
            all.addAll(page);
            EffectCases.Line last = page.getLast();
            page = cases.of(
                    head,
                    Side.NOTHING,
                    30,
                    false,
                    new Place(last.failedOn(), last.ticket().value()),
                    3);
        }
        assertThat(all).hasSize(Math.toIntExact(line(Side.NOTHING, 30).cases()));
        assertThat(all.stream().filter(one -> !one.stayed())).hasSize(2);
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
        assertThatThrownBy(() -> cases.of(nobody, Side.GIVEN, 30, false, Place.TOP, 1))
                .isInstanceOf(Problem.class);
    }
}
