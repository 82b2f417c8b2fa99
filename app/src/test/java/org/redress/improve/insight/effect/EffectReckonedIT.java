package org.redress.improve.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.SetClock;
import org.redress.support.Browser;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** What has happened is reckoned in the end; lists are of the day of the figures; no request walks through everybody. */
@RedressIT
@Tag("S4.5")
class EffectReckonedIT extends EffectFixture {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FigureRows rows;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Bureaus bureaus;

    @Autowired
    BehindFigures behind;

    private FigureRows.Reckoned reckoned() {
        return rows.reckoned(command.bureau()).orElseThrow();
    }

    /** A database that is gone as soon as customers are to be walked through. */
    private static final class Gone extends AbstractDataSource {
        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("gone");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLException("gone");
        }
    }

    @Test
    void what_happened_before_a_reckoning_that_failed_is_reckoned_by_the_next() {
        Bureau bureau = bureaus.get(command.bureau());
        List<UUID> two = customers(2, 0, 0);
        some.failed(command, two.getFirst(), day);
        some.reckon(command);
        assertThat(reckoned().dirty()).isFalse();
        Instant whole = reckoned().at();
        some.failed(command, two.getLast(), day);
        assertThat(reckoned().dirty()).isTrue();
        Reckoner broken = new Reckoner(JdbcClient.create(new Gone()), rows, rulebook, clock);
        assertThatThrownBy(() -> broken.reckon(bureau)).hasRootCauseMessage("gone");
        assertThat(reckoned())
                .returns(whole, FigureRows.Reckoned::at)
                .returns(true, FigureRows.Reckoned::dirty)
                .satisfies(one -> assertThat(one.begun()).isAfter(whole));
        assertThat(EffectWatch.due(reckoned(), bureau, clock.instant().plus(Duration.ofHours(1))))
                .isTrue();
        some.reckon(command);
        assertThat(line(Side.NOTHING, 30).cases()).isEqualTo(2);
        assertThat(reckoned().dirty()).isFalse();
    }

    @Test
    void what_happens_meanwhile_counts_next_time_and_older_figures_do_not_take_the_place_of_newer_ones() {
        some.failed(command, customers(1, 0, 0).getFirst(), day);
        FigureRows.Begun first = rows.begin(command.bureau(), now);
        some.failed(command, customers(1, 0, 0).getFirst(), day);
        some.reckon(command);
        assertThat(line(Side.NOTHING, 30).cases()).isEqualTo(2);
        Instant at = reckoned().at();
        rows.replace(command.bureau(), new Figures(), first, Duration.ofSeconds(9));
        assertThat(line(Side.NOTHING, 30).cases()).isEqualTo(2);
        assertThat(reckoned().at()).isEqualTo(at);

        FigureRows.Begun begun = rows.begin(command.bureau(), clock.instant());
        some.failed(command, customers(1, 0, 0).getFirst(), day);
        rows.replace(command.bureau(), new Figures(), begun, Duration.ofSeconds(9));
        assertThat(reckoned())
                .returns(begun.at(), FigureRows.Reckoned::at)
                .returns(9_000L, FigureRows.Reckoned::tookMillis)
                .returns(true, FigureRows.Reckoned::dirty);
    }

    @Test
    void a_bureau_rests_a_hundred_times_as_long_after_a_reckoning_that_failed_too() {
        Bureau bureau = bureaus.get(command.bureau());
        Instant at = SomeEffects.noon(command, day);
        Instant again = at.plusSeconds(7_200);
        FigureRows.Reckoned failed = new FigureRows.Reckoned(at, again, 10_000, true);
        assertThat(EffectWatch.due(failed, bureau, again.plusSeconds(1_009))).isFalse();
        assertThat(EffectWatch.due(failed, bureau, again.plusSeconds(1_010))).isTrue();
        FigureRows.Reckoned whole = new FigureRows.Reckoned(at, at, 10_000, false);
        assertThat(EffectWatch.due(whole, bureau, at.plusSeconds(1_010))).isFalse();
        assertThat(EffectWatch.due(whole, bureau, at.plusSeconds(86_400))).isTrue();
        assertThat(EffectWatch.due(new FigureRows.Reckoned(null, null, 0, true), bureau, at))
                .isTrue();
        FigureRows.Reckoned never = new FigureRows.Reckoned(null, at, 0, true);
        assertThat(EffectWatch.due(never, bureau, at.plusSeconds(599))).isFalse();
        assertThat(EffectWatch.due(never, bureau, at.plusSeconds(600))).isTrue();
    }

    @Test
    void lists_are_of_the_day_of_the_figures_after_midnight_too() {
        customers(3, 0, 0);
        List<UUID> failed = customers(2, 0, 0);
        some.failed(command, failed.getFirst(), day.minusDays(10));
        UUID last = some.failed(command, failed.getLast(), day);
        some.give(command, last, "gift", "9.00", SomeEffects.noon(command, day));
        // A month after the middle of a month, and three months after that.
        for (int days : List.of(30, 90)) {
            Instant eve = SomeEffects.noon(command, day.plusDays(days - 1));
            Instant next = SomeEffects.noon(command, day.plusDays(days));
            SetClock.run(eve, () -> some.reckon(command));
            for (Instant then : List.of(eve, next)) {
                SetClock.run(then, () -> asLongAsFigures(days, 0));
            }
            SetClock.run(next, () -> some.reckon(command));
            SetClock.run(next, () -> asLongAsFigures(days, 1));
        }
    }

    private void asLongAsFigures(int days, int cases) {
        assertThat(line(Side.GIVEN, days).cases()).isEqualTo(cases);
        assertThat(this.cases.of(head, Side.GIVEN, days, false, Place.TOP, 9)).hasSize(cases);
        assertThat(rows.read(command.bureau()).people(Side.NOTHING.name(), days).alike())
                .isEqualTo(3L * cases);
        assertThat(behind.alike(head, Side.NOTHING, days, Reckoner.START, Reach.page(9))
                        .lines())
                .hasSize(3 * cases);
        if (days == 90) {
            assertThat(effects.league(head)).extracting(LeagueLine::old).containsExactly((long) cases);
            assertThat(behind.remedied(head, LeagueFigure.OLD, List.of("no-service"), "gift", Place.TOP, 9))
                    .hasSize(cases);
        }
    }

    @Test
    void on_the_first_of_a_month_lists_still_begin_where_the_figures_do() throws Exception {
        LocalDate first = day.withDayOfMonth(1);
        Instant eve = SomeEffects.noon(command, first.minusDays(1));
        some.failed(command, customers(1, 0, 0).getFirst(), Reckoner.first(first.minusDays(1)));
        SetClock.run(eve, () -> some.reckon(command));
        SetClock.run(SomeEffects.noon(command, first), () -> {
            assertThat(line(Side.NOTHING, 30).cases()).isEqualTo(1);
            assertThat(cases.of(head, Side.NOTHING, 30, false, Place.TOP, 9)).hasSize(1);
            assertThat(effects.page(head).since()).isEqualTo(Reckoner.first(first.minusDays(1)));
        });
        String page = SetClock.get(SomeEffects.noon(command, first), () -> look("/effect/cases?side=NOTHING&days=30"));
        assertThat(page).contains("Failures since ").containsPattern("figures of [^<]*12:00");
    }

    private String look(String path) {
        try {
            return Browser.of(web, head).look(path).page();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_page_ends_where_enough_have_been_looked_at_and_the_next_goes_on_from_there() {
        some.failed(command, customers(1, 0, 0).getFirst(), day);
        List<UUID> like = new ArrayList<>();
        for (int group = 0; group < 2; group++) {
            for (int n = 0; n < 8; n++) {
                some.customers(command, List.of(SomeEffects.customer(Ids.next(), 1, "900", since, null)));
            }
            like.addAll(customers(2, 0, 0));
        }
        some.reckon(command);
        Reach reach = new Reach(5, 3, 2);
        Stretch<BehindFigures.Alike> first = behind.alike(head, Side.NOTHING, 30, Reckoner.START, reach);
        assertThat(first.lines()).isEmpty();
        assertThat(first.cut(reach)).isTrue();
        assertThat(BehindFiguresIT.walked(after -> {
                    Stretch<BehindFigures.Alike> page = behind.alike(head, Side.NOTHING, 30, after, reach);
                    assertThat(page.cut(reach)).isEqualTo(page.further() != null);
                    return page;
                }))
                .extracting(one -> one.customer().value())
                .containsExactlyElementsOf(like)
                .hasSize((int) rows.read(command.bureau())
                        .people(Side.NOTHING.name(), 30)
                        .alike());
        Stretch<BehindFigures.Alike> full = behind.alike(head, Side.NOTHING, 30, Reckoner.START, new Reach(3, 50, 2));
        assertThat(full.lines()).hasSize(3);
        assertThat(full.further()).isEqualTo(new CustomerId(like.get(2)));
        assertThat(full.cut(new Reach(3, 50, 2))).isFalse();
    }

    @Test
    void a_page_that_found_nobody_yet_says_so_and_leads_on() throws Exception {
        UUID last = UUID.fromString("00000000-0000-7000-8000-000000100050");
        jdbc.sql("""
                insert into insight.effect_customer (bureau, customer, version, segment, band, monthly, since, failed)
                select :bureau, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'BUSINESS', 6, 59, :since, false
                  from generate_series(1, 100050) n
                """)
                .param("bureau", command.bureau().value())
                .param("since", since)
                .update();
        jdbc.sql("update insight.effect_customer set segment = 'RESIDENTIAL' where bureau = ? and customer = ?")
                .params(command.bureau().value(), last)
                .update();
        jdbc.sql("insert into insight.effect_cell (bureau, month, days, side, segment, tenure, band, n, stayed) "
                        + "values (?, ?, 30, 'GIVEN', 'RESIDENTIAL', insight.tenure_band(?, ?), 6, 1, 1)")
                .params(command.bureau().value(), day.withDayOfMonth(1), since, day)
                .update();
        Browser desk = Browser.of(web, head);
        String page = desk.look("/effect/alike?side=GIVEN&days=30").page();
        assertThat(page)
                .contains("Not everybody has been looked at on this page", "rel=\"next\"")
                .doesNotContain("<tbody>", "Nothing stands behind this figure");
        String before = page.substring(0, page.indexOf("\" rel=\"next\""));
        String next = desk.look(
                        before.substring(before.lastIndexOf("href=\"") + 6).replace("&amp;", "&"))
                .page();
        assertThat(next).contains("<tbody>").doesNotContain("Not everybody", "rel=\"next\"");
    }
}
