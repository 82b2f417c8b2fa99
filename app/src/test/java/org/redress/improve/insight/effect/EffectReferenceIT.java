package org.redress.improve.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.CustomersHit;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Segment;
import org.redress.ground.party.StandingChanged;
import org.redress.platform.database.Ids;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Figures of those without a failure are the same as those of plain statements, which look at every customer once for each month and
 * distance, up what each was, and take the logarithm.
 */
@RedressIT
@Tag("S4.5")
class EffectReferenceIT extends EffectFixture {

    private static final String BAND = """
            case when %1$s is null or %1$s > %2$s then 0::smallint
                 else (1 + floor(log(2, 1 + (%2$s - %1$s)::numeric / 30.4375)))::smallint end
            """;

    /** Customers without a failure, once for each month and each distance. */
    private static final String PLAIN = """
            with o as materialized (
                select date_trunc('month', m.day)::date as month, h.days, c.customer,
                       coalesce(s.segment, c.segment) as segment, %s as tenure, coalesce(s.band, c.band) as band,
                       c.left_on is null or c.left_on > m.day + h.days as stayed
                  from insight.effect_customer c
                 cross join unnest(:days::date[]) as m (day)
                  left join lateral (select s.segment, s.band from insight.effect_standing s
                                      where s.bureau = c.bureau and s.customer = c.customer
                                      order by s.known_on <= m.day desc, abs(s.known_on - m.day), s.version desc
                                      limit 1) s on true
                 cross join unnest(array[30, 90, 180]) as h (days)
                 where c.bureau = :bureau and c.since <= m.day and (c.left_on is null or c.left_on > m.day)
                   and m.day + h.days <= :today
                   and not exists (select from insight.effect_case e
                                    where e.bureau = c.bureau and e.customer = c.customer and e.counts
                                      and e.failed_on <= m.day and e.failed_on > m.day - 365)
                   and not exists (select from insight.effect_hit e
                                    where e.bureau = c.bureau and e.customer = c.customer
                                      and e.hit_on <= m.day and e.hit_on > m.day - 365))
            """.formatted(BAND.formatted("c.since", "m.day"));

    private static final String CELLS = PLAIN + """
            select month, days, 'NONE' as side, segment, tenure, band, count(*) as n,
                   count(*) filter (where stayed) as stayed
              from o group by 1, 2, 4, 5, 6
            """;

    private static final String ALIKE = PLAIN + """
            select o.days, u.side, o.customer, count(*) as months, count(*) filter (where o.stayed) as stayed
              from o join insight.effect_cell u using (month, days, segment, tenure, band)
             where u.bureau = :bureau and u.side <> 'NONE'
             group by 1, 2, 3 order by o.customer
            """;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FigureRows rows;

    @Autowired
    BehindFigures behind;

    private final Random random = new Random(42);

    @Test
    void bands_are_those_of_the_logarithm_for_each_number_of_days() {
        List<Integer> other = jdbc.sql("""
                        select days from generate_series(-2, 40000) days
                         where insight.tenure_band(date '2026-01-01' - days, date '2026-01-01') is distinct from %s
                        """.formatted(BAND.formatted("(date '2026-01-01' - days)", "date '2026-01-01'")))
                .query((row, n) -> row.getInt(1))
                .list();
        assertThat(other).isEmpty();
        assertThat(band("null", "2026-01-01")).isZero();
        assertThat(band("'2026-01-02'", "2026-01-01")).isZero();
        assertThat(band("'2026-01-01'", "2026-01-01")).isEqualTo(1);
        assertThat(band("'4713-01-01 BC'", "5874897-12-31")).isEqualTo(27);
    }

    private int band(String since, String at) {
        return jdbc.sql("select insight.tenure_band(%s::date, '%s'::date)".formatted(since, at))
                .query(Integer.class)
                .single();
    }

    @Test
    void figures_and_lists_are_those_of_plain_statements() {
        people(260);
        some.reckon(command);
        Figures figures = rows.read(command.bureau());
        Map<Cell, Count> cells = new HashMap<>(figures.cells());
        cells.keySet().removeIf(cell -> !cell.side().equals("NONE"));
        assertThat(cells).hasSizeGreaterThan(100).isEqualTo(plainCells());

        Map<Figures.PeopleKey, List<BehindFigures.Alike>> plain = plainAlike();
        assertThat(plain).as("every side at every distance").hasSize(12);
        plain.forEach((key, alike) -> {
            assertThat(figures.people(key.side(), key.days()).alike())
                    .as(key.toString())
                    .isEqualTo(alike.size());
            assertThat(BehindFiguresIT.walked(after ->
                            behind.alike(head, Side.valueOf(key.side()), key.days(), after, new Reach(7, 40, 2))))
                    .as(key.toString())
                    .isEqualTo(alike);
        });
    }

    private JdbcClient.StatementSpec plain(String sql) {
        return jdbc.sql(sql)
                .param("bureau", command.bureau().value())
                .param("today", rows.day(command.bureau(), command.zone(), now))
                .param(
                        "days",
                        IntStream.rangeClosed(0, 12)
                                .mapToObj(Reckoner.first(today())::plusMonths)
                                .map(month -> month.withDayOfMonth(15).toString())
                                .toArray(String[]::new));
    }

    private Map<Cell, Count> plainCells() {
        Map<Cell, Count> cells = new HashMap<>();
        plain(CELLS).query(row -> {
            cells.put(FigureRows.cell(row), FigureRows.count(row));
        });
        return cells;
    }

    private Map<Figures.PeopleKey, List<BehindFigures.Alike>> plainAlike() {
        Map<Figures.PeopleKey, List<BehindFigures.Alike>> alike = new HashMap<>();
        plain(ALIKE).query(row -> {
            alike.computeIfAbsent(
                            new Figures.PeopleKey(row.getString("side"), row.getInt("days")), key -> new ArrayList<>())
                    .add(new BehindFigures.Alike(
                            new CustomerId(row.getObject("customer", UUID.class)),
                            row.getInt("months"),
                            row.getInt("stayed")));
        });
        return alike;
    }

    /**
     * By chance: some who were something else before, of whom it is not known since when they are here, or who have left; some with
     * up to four failures, some of these open, some closed in these days.
     */
    private void people(int many) {
        for (int n = 0; n < many; n++) {
            UUID id = Ids.next();
            LocalDate from = one(8) ? null : today().minusDays(random.nextInt(one(3) ? 400 : 3000));
            LocalDate left = one(4) ? today().minusDays(random.nextInt(420)) : null;
            int versions = one(3) ? 2 + random.nextInt(3) : 1;
            for (int version = 1; version <= versions; version++) {
                some.customers(
                        command,
                        List.of(new StandingChanged.One(
                                id,
                                version,
                                one(4) ? Segment.BUSINESS : Segment.RESIDENTIAL,
                                one(9) ? null : new BigDecimal(one(2) ? "59" : "99"),
                                "CNY",
                                from,
                                left,
                                SomeEffects.noon(command, today().minusDays(30 * random.nextInt(15))))));
            }
            for (int failures = one(2) ? 1 + random.nextInt(4) : 0; failures > 0; failures--) {
                fail(id);
            }
            if (one(5)) {
                some.tell(
                        command,
                        CustomersHit.TOPIC,
                        new CustomersHit(
                                Ids.next(),
                                SomeEffects.noon(command, today().minusDays(random.nextInt(800))),
                                List.of(id)));
            }
        }
    }

    private void fail(UUID customer) {
        int ago = random.nextInt(400);
        UUID ticket = Ids.next();
        some.failures(
                command,
                List.of(SomeEffects.failure(
                        command,
                        ticket,
                        1,
                        one(6) ? "inProgress" : "closed",
                        customer,
                        today().minusDays(ago),
                        today().minusDays(Math.max(0, ago - random.nextInt(20))),
                        "no-service")));
        if (one(2)) {
            some.give(command, ticket, "gift", "9.00");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, command.zone());
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }
}
