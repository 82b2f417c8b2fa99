package org.redress.improve.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.StandingChanged;
import org.redress.platform.database.Ids;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@RedressIT
@Tag("S4.5")
class BehindPagesIT {

    @Autowired
    Offices offices;

    @Autowired
    SomeEffects some;

    @Autowired
    RecoveryEffects effects;

    @Autowired
    LeagueCases league;

    @Autowired
    EffectCases cases;

    @Autowired
    AlikeGroups groups;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    private Actor command;
    private Actor head;
    private LocalDate day;

    @BeforeEach
    void found() {
        command = offices.found();
        head = offices.hire(command, Posts.HEAD, "2001");
        day = LocalDate.ofInstant(clock.instant(), command.zone())
                .minusMonths(5)
                .withDayOfMonth(15);
    }

    private List<UUID> customers(int n, String monthly, int leaving) {
        List<UUID> ids = new ArrayList<>();
        List<StandingChanged.One> told = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            UUID id = Ids.next();
            ids.add(id);
            told.add(SomeEffects.customer(id, 1, monthly, day.minusYears(4), i < leaving ? day.plusDays(20) : null));
        }
        some.customers(command, told);
        return ids;
    }

    private static long rows(String page) {
        return Pattern.compile("<tr><td").matcher(page).results().count();
    }

    @Test
    void each_figure_of_the_league_leads_to_the_cases_that_it_counts() throws Exception {
        List<UUID> failed = customers(60, "59", 10);
        List<UUID> tickets =
                failed.stream().map(one -> some.failed(command, one, day)).toList();
        tickets.forEach(one -> some.give(command, one, "apology", null));
        some.give(command, tickets.getFirst(), "bill-credit", "20");
        UUID back = some.give(command, tickets.getLast(), "bill-credit", "20");
        some.takeBack(command, tickets.getLast(), back, "bill-credit");
        Instant then = clock.instant();
        for (int n = 0; n < 3; n++) {
            some.answer(command, tickets.get(n), failed.get(n), 4, 4, then);
        }
        UUID young = some.failed(command, customers(1, "59", 0).getFirst(), day.plusMonths(4));
        some.give(command, young, "apology", null);
        some.reckon(command);

        LeagueLine apology = effects.league(head).stream()
                .filter(one -> one.kind().equals("apology"))
                .findFirst()
                .orElseThrow();
        assertThat(apology.used()).isEqualTo(61);
        assertThat(apology.answers()).isEqualTo(3);
        assertThat(apology.old()).isEqualTo(60);
        Browser reader = Browser.of(web, head);
        assertThat(reader.look("/effect/league").page())
                .contains(
                        apology.behind("USED").replace("&", "&amp;"),
                        apology.behind("OLD").replace("&", "&amp;"));
        Browser.Answer first = reader.look(apology.behind("USED"));
        assertThat(rows(first.page())).isEqualTo(50);
        String next = first.page()
                .replaceAll("(?s).*href=\"([^\"]*)\" rel=\"next\".*", "$1")
                .replace("&amp;", "&");
        assertThat(rows(reader.look(next).page())).isEqualTo(11);
        assertThat(rows(reader.look(apology.behind("ANSWERED")).page())).isEqualTo(3);
        assertThat(league.of(head, "no-service", "apology", LeagueCases.Of.OLD, null, null, 100))
                .hasSize(60)
                .filteredOn(one -> !one.stayed())
                .hasSize(10);
        assertThat(league.of(head, "no-service", "bill-credit", LeagueCases.Of.USED, null, null, 100))
                .as("what was taken back was not given")
                .hasSize(1);
        assertThat(reader.look("/effect/league/cases?kind=gold").status()).isEqualTo(404);
        assertThat(reader.look("/effect/league/cases?kind=apology&type=nothing&lang=en")
                        .page())
                .contains("There are no such cases");
    }

    @Test
    void the_groups_of_like_customers_add_up_to_what_is_compared_and_show_who_is_in_them() throws Exception {
        List<UUID> failed = customers(12, "59", 3);
        failed.forEach(one -> some.failed(command, one, day));
        List<UUID> like = customers(70, "49", 7);
        List<UUID> rich = customers(2, "900", 0);
        rich.forEach(one -> some.failed(command, one, day));
        some.reckon(command);

        List<AlikeGroup> all = groups.of(head, Side.NOTHING, 30);
        assertThat(all)
                .extracting(AlikeGroup::n, AlikeGroup::stayed, AlikeGroup::controls, AlikeGroup::controlsStayed)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(12L, 9L, 70L, 63L),
                        org.assertj.core.groups.Tuple.tuple(2L, 2L, 0L, 0L));
        Matched matched = java.util.Objects.requireNonNull(effects.page(head).retention().stream()
                .filter(one -> one.side() == Side.NOTHING && one.days() == 30)
                .findFirst()
                .orElseThrow()
                .matched());
        assertThat(all.stream()
                        .filter(one -> one.controls() > 0)
                        .mapToLong(AlikeGroup::n)
                        .sum())
                .isEqualTo(matched.matched());
        Cell cell = all.stream()
                .filter(one -> one.controls() > 0)
                .findFirst()
                .orElseThrow()
                .cell();
        assertThat(cases.of(head, cell, Side.NOTHING, null, null, 100)).hasSize(12);
        assertThat(groups.others(head, cell, null, 100))
                .hasSize(70)
                .extracting(one -> one.customer().value())
                .containsExactlyInAnyOrderElementsOf(like);

        Browser reader = Browser.of(web, head);
        Browser.Answer page = reader.look("/effect/alike?side=NOTHING&days=30&lang=en");
        assertThat(page.page())
                .contains("2 groups of like customers: 14 cases, 12 of them", "31 to under 63 months", "32 to under 64")
                .contains("512 to under 1,024", "nobody like them", cell.key());
        String open = "/effect/alike/group?side=NOTHING&days=30&key=" + cell.key();
        assertThat(rows(reader.look(open).page())).isEqualTo(12 + 50);
        assertThat(rows(reader.look(open + "&like="
                                + groups.others(head, cell, null, 50)
                                        .getLast()
                                        .customer()
                                        .value())
                        .page()))
                .isEqualTo(12 + 20);
        for (String key : List.of("", "x", "2026-99-01_RESIDENTIAL_1_1", "2026-01-01_residential_1_1")) {
            assertThat(reader.look("/effect/alike/group?key=" + key).status()).isEqualTo(404);
        }
        Browser agent = Browser.of(web, offices.hire(command, Posts.AGENT, "2107"));
        assertThat(agent.look("/effect/alike?side=NOTHING&days=30").page()).doesNotContain("/effect/alike/group");
        assertThat(agent.look(open).status()).isEqualTo(403);
    }
}
