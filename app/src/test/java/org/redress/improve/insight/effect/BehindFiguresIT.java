package org.redress.improve.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.followup.Marks;
import org.redress.desk.recovery.followup.SomeRecoveries;
import org.redress.desk.recovery.taxonomy.NewType;
import org.redress.desk.recovery.taxonomy.TaxonomyVersions;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Grant;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Scope;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Each figure leads to a list that is as long as it says. */
@RedressIT
@Tag("S4.5")
class BehindFiguresIT extends EffectFixture {

    private static final int FEW = 4;

    @Autowired
    BehindFigures behind;

    @Autowired
    BehindNames names;

    @Autowired
    SomeRecoveries recoveries;

    @Autowired
    TaxonomyVersions versions;

    /** A list as a page that turns to the next reads it. */
    private interface Paged<T> {
        List<T> from(Place place);
    }

    private interface At<T> {
        Place of(T one);
    }

    private static <T> List<T> all(Paged<T> list, At<T> at) {
        List<T> all = new ArrayList<>();
        List<T> page = list.from(Place.TOP);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = list.from(at.of(page.getLast()));
        }
        return all;
    }

    /** A list of customers, from page to page until nobody is left to be looked at. */
    static <T> List<T> walked(Function<UUID, Stretch<T>> list) {
        List<T> all = new ArrayList<>();
        CustomerId after = new CustomerId(Reckoner.START);
        while (after != null) {
            Stretch<T> page = list.apply(after.value());
            all.addAll(page.lines());
            after = page.further();
        }
        return all;
    }

    private List<BehindFigures.Remedied> remedied(LeagueFigure figure, LeagueLine line) {
        return all(
                place -> behind.remedied(
                        head, figure, effects.codes(head, line.type(), line.kind()), line.kind(), place, FEW),
                one -> new Place(one.of().failedOn(), one.of().ticket().value()));
    }

    @Test
    void each_figure_of_the_league_has_as_many_cases_behind_it() {
        List<UUID> failed = customers(13, 4, 60);
        for (int i = 0; i < failed.size(); i++) {
            UUID ticket = some.failed(command, failed.get(i), day.minusDays(i % 3));
            some.give(command, ticket, i % 4 == 0 ? "gift" : "bill-credit", "10.00");
            some.give(command, ticket, "bill-credit", "5.00", SomeEffects.noon(command, day.plusDays(9)));
            if (i % 2 == 0) {
                some.answer(command, ticket, failed.get(i), 3 + i % 3, 3, now);
            }
        }
        UUID back = some.failed(command, customers(1, 0, 0).getFirst(), day);
        some.takeBack(command, back, some.give(command, back, "gift", "9.00"), "gift", now);
        some.give(command, some.failed(command, customers(1, 0, 0).getFirst(), day.plusMonths(4)), "gift", "1.00");
        some.reckon(command);

        List<LeagueLine> league = effects.league(head);
        assertThat(league).hasSize(2);
        for (LeagueLine line : league) {
            List<BehindFigures.Remedied> used = remedied(LeagueFigure.USED, line);
            assertThat(used).hasSize((int) line.used());
            assertThat(used.stream()
                            .map(BehindFigures.Remedied::cost)
                            .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                    .isEqualByComparingTo(line.cost().getAmount());
            List<BehindFigures.Remedied> marked = remedied(LeagueFigure.ANSWERS, line);
            assertThat(marked)
                    .hasSize((int) line.answers())
                    .allSatisfy(one -> assertThat(one.mark()).isNotNull());
            assertThat(remedied(LeagueFigure.OLD, line))
                    .hasSize((int) line.old())
                    .allSatisfy(one -> assertThat(one.stayed()).isNotNull());
        }
        assertThat(league).extracting(LeagueLine::old).containsExactlyInAnyOrder(4L, 9L);
        assertThat(league).extracting(LeagueLine::used).containsExactlyInAnyOrder(5L, 13L);
    }

    @Test
    void a_line_of_types_that_have_become_one_lists_the_cases_of_both() {
        Actor officer = offices.hire(command, Posts.QUALITY, "3001");
        for (String type : List.of("slow-broadband", "no-signal", "slow-broadband")) {
            UUID ticket = Ids.next();
            some.failures(
                    command,
                    List.of(SomeEffects.failure(
                            command, ticket, 1, "closed", customers(1, 0, 0).getFirst(), day, type)));
            some.give(command, ticket, "gift", "9.00");
        }
        some.reckon(command);
        versions.merge(officer, 1, List.of("slow-broadband", "no-signal"), new NewType("网络差", "Poor network"), "合并口径");
        LeagueLine line = effects.league(head).getFirst();
        assertThat(line.used()).isEqualTo(3);
        assertThat(remedied(LeagueFigure.USED, line))
                .extracting(one -> Objects.requireNonNull(one.of().type()))
                .containsExactlyInAnyOrder("slow-broadband", "no-signal", "slow-broadband");
    }

    @Test
    void the_matched_and_those_who_are_like_them_are_as_many_as_is_said() {
        customers(9, 3, 20);
        List<UUID> failed = customers(6, 1, 25);
        failed.forEach(one -> some.failed(command, one, day));
        UUID odd = Ids.next();
        some.customers(
                command, List.of(SomeEffects.customer(odd, 1, "900", since, null, SomeEffects.noon(command, since))));
        some.failed(command, odd, day);
        some.reckon(command);
        Matched matched = matched(Side.NOTHING, 30);
        assertThat(line(Side.NOTHING, 30).cases()).isEqualTo(7);
        assertThat(matched.matched()).isEqualTo(6);
        assertThat(all(
                        place -> cases.of(head, Side.NOTHING, 30, true, place, FEW),
                        one -> new Place(one.failedOn(), one.ticket().value())))
                .hasSize(6)
                .extracting(one -> one.customer().value())
                .doesNotContain(odd);
        List<BehindFigures.Alike> alike =
                walked(after -> behind.alike(head, Side.NOTHING, 30, after, new Reach(FEW, 5, 1)));
        assertThat(alike).hasSize((int) matched.controls()).hasSize(9);
        assertThat(alike.stream().filter(one -> one.stayed() < one.months())).hasSize(3);
        assertThat(behind.alike(head, Side.GIVEN, 30, Reckoner.START, Reach.page(FEW)))
                .isEqualTo(new Stretch<>(List.of(), null));
    }

    @Test
    void each_group_has_as_many_answers_behind_it_as_were_counted() {
        List<UUID> failed = customers(7, 0, 0);
        for (int i = 0; i < failed.size(); i++) {
            UUID ticket = some.failed(command, failed.get(i), day);
            some.answer(command, ticket, failed.get(i), new Marks(4, 5, i < 3 ? 2 : null, 4, 9, i < 2));
        }
        UUID again = some.failed(command, failed.getFirst(), day.plusDays(9));
        some.answer(command, again, failed.getFirst(), 2, 1, now);
        customers(5, 0, 0).forEach(one -> some.answer(command, null, one, 0, 3, now));
        some.reckon(command);
        EffectPage page = effects.page(head);
        assertThat(page.satisfaction()).extracting(Satisfaction::answers).containsExactly(7L, 1L, 5L);
        for (boolean second : List.of(false, true)) {
            assertThat(answers(second, RecoveryEffects.SERVICE))
                    .hasSize((int) page.satisfaction().get(second ? 1 : 0).answers());
            for (Said said : page.said()) {
                assertThat(answers(second, said.question())).as(said.question()).hasSize((int)
                        said.groups().get(second ? 1 : 0).n());
            }
        }
        assertThat(answers(false, "ELSEWHERE"))
                .extracting(BehindFigures.Answer::mark)
                .containsOnly(0, 1);
        assertThat(walked(after -> behind.comparisons(head, RecoveryEffects.SERVICE, after, new Reach(FEW, 2, 1))))
                .hasSize(5)
                .allSatisfy(one -> assertThat(one.mark()).isEqualTo(3));
    }

    private List<BehindFigures.Answer> answers(boolean again, String question) {
        return all(
                place -> behind.answers(head, again, question, place, FEW),
                one -> new Place(
                        Objects.requireNonNull(one.of()).failedOn(),
                        one.of().ticket().value()));
    }

    @Test
    void pages_link_their_figures_to_the_lists() throws Exception {
        for (UUID one : customers(60, 0, 0)) {
            UUID ticket = some.failed(command, one, day);
            some.give(command, ticket, "bill-credit", "10.00");
            some.answer(command, ticket, one, 4, 4, now);
        }
        customers(60, 0, 0);
        some.reckon(command);
        Browser desk = Browser.of(web, head);
        assertThat(desk.look("/effect").page())
                .contains(
                        "/effect/cases?side=GIVEN&amp;days=90&amp;matched=true",
                        "/effect/alike?side=GIVEN&amp;days=90",
                        "/effect/answers?group=FIRST&amp;question=SERVICE",
                        "/effect/answers?group=FIRST&amp;question=RECOVERY");
        String list = "/effect/league/cases?type=no-service&amp;kind=bill-credit";
        assertThat(desk.look("/effect/league").page()).contains(list, list + "&amp;of=ANSWERS", list + "&amp;of=OLD");
        for (String path : List.of(
                "/effect/league/cases?type=no-service&kind=bill-credit",
                "/effect/cases?side=GIVEN&days=90&matched=true",
                "/effect/alike?side=GIVEN&days=90",
                "/effect/answers?group=FIRST&question=SERVICE")) {
            String first = desk.look(path).page();
            assertThat(rows(first)).as(path).isEqualTo(50);
            assertThat(first)
                    .as("of when; and whoever is not named is nobody's words")
                    .containsPattern("Failures since .+; figures of ")
                    .doesNotContainPattern("<td[^>]* data-user-content");
            String next = first.substring(0, first.indexOf("\" rel=\"next\""));
            String second = desk.look(
                            next.substring(next.lastIndexOf("href=\"") + 6).replace("&amp;", "&"))
                    .page();
            assertThat(rows(second)).as(path).isEqualTo(10);
        }
        assertThat(desk.look("/effect/league/cases?kind=nonsense").status()).isEqualTo(404);
        assertThat(desk.look("/effect/answers?group=FIRST&question=NONSENSE").status())
                .isEqualTo(404);
    }

    private static int rows(String page) {
        String body = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
        return body.split("<tr>", -1).length - 1;
    }

    @Test
    void a_case_outside_of_the_readers_scope_keeps_its_line_and_tells_nothing() {
        Actor lin = offices.hire(command, Posts.AGENT, "2107");
        Actor other = offices.hire(command, Posts.AGENT, "2108");
        CustomerId zhou = recoveries.customer(lin, 4711);
        Ticket ticket = recoveries.closed(lin, zhou);
        Words words = Words.of(Words.CHINESE);
        BehindNames.Names whole = names.of(head, words, List.of(ticket.id()), List.of(zhou));
        assertThat(whole.ticket(ticket.id(), ticket.number().value()).path())
                .isEqualTo("/tickets/" + ticket.id().value());
        assertThat(whole.customer(zhou, ticket.id()).text()).isEqualTo("客户4711");

        Actor own = with(
                other,
                new Grant(Action.READ, RecoveryEffects.KIND, Scope.BUREAU),
                new Grant(Action.READ, "ticket", Scope.OWN),
                new Grant(Action.READ, "customer", Scope.BUREAU));
        BehindNames.Names some = names.of(own, words, List.of(ticket.id()), List.of(zhou));
        assertThat(some.ticket(ticket.id(), ticket.number().value())).isEqualTo(new BehindPage.Name(null, "无权查看"));
        assertThat(some.customer(zhou, ticket.id())).isEqualTo(new BehindPage.Name(null, "无权查看"));

        Actor nobody = with(other);
        assertThatThrownBy(() -> behind.alike(nobody, Side.GIVEN, 30, Reckoner.START, Reach.page(1)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> behind.answers(nobody, false, "SERVICE", Place.TOP, 1))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> behind.comparisons(nobody, "SERVICE", Reckoner.START, Reach.page(1)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> behind.remedied(nobody, LeagueFigure.USED, List.of(""), "gift", Place.TOP, 1))
                .isInstanceOf(Problem.class);
    }

    private static Actor with(Actor person, Grant... grants) {
        return new Actor(
                person.bureau(),
                person.staff(),
                person.name(),
                person.number(),
                person.unit(),
                person.post(),
                List.of(grants),
                person.language(),
                person.zone(),
                person.region(),
                person.jurisdiction());
    }
}
