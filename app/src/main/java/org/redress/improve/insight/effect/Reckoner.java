package org.redress.improve.insight.effect;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.BureauId;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reckons the figures of a bureau anew: customers in the order of their ids, so many at a time, each statement short. What is
 * held meanwhile are some thousand sums, however many customers there are; one that dies or fails is begun again, since what has
 * happened counts as seen only with the figures that saw it, and pages show those of the last time until the new ones are whole.
 */
@Component
class Reckoner {

    private static final int CHUNK = 20_000;
    /** Failures of the last twelve months, and as long again until the last of them is half a year old. */
    private static final int MONTHS = 12;

    static final UUID START = new UUID(0, 0);
    static final int MIDDLE = 15;

    private final JdbcClient jdbc;
    private final FigureRows rows;
    private final Rulebook rulebook;
    private final Clock clock;

    Reckoner(JdbcClient jdbc, FigureRows rows, Rulebook rulebook, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    void reckon(Bureau bureau) {
        FigureRows.Begun begun = rows.begin(bureau.id(), clock.instant());
        LocalDate today = LocalDate.ofInstant(begun.at(), bureau.zone());
        Map<String, Object> params = params(bureau, today);
        Figures figures = new Figures();
        walk(bureau.id(), (after, until) -> failed(figures, params, after, until));
        params.putAll(LikeSides.params(figures, today));
        walk(bureau.id(), (after, until) -> others(figures, params, after, until));
        rows.replace(bureau.id(), figures, begun, Duration.between(begun.at(), clock.instant()));
    }

    Map<String, Object> params(Bureau bureau, LocalDate today) {
        LocalDate first = first(today);
        Map<String, Object> params = new HashMap<>();
        params.put("bureau", bureau.id().value());
        params.put("today", today);
        params.put("first", first);
        params.put("zone", bureau.zone().getId());
        params.put(
                "days",
                IntStream.rangeClosed(0, MONTHS)
                        .mapToObj(first::plusMonths)
                        .map(Reckoner::middle)
                        .map(LocalDate::toString)
                        .toArray(String[]::new));
        params.put("currency", bureau.currency());
        params.put(
                "bad", rulebook.get(bureau.id(), "followup.bad", today).amount().intValueExact());
        return params;
    }

    /** The day of a month on which customers without a failure are looked at. */
    static LocalDate middle(LocalDate month) {
        return month.withDayOfMonth(MIDDLE);
    }

    /** The first day of failures that are looked at. */
    static LocalDate first(LocalDate today) {
        return today.minusMonths(MONTHS).withDayOfMonth(1);
    }

    /** The last of the next so many customers, by a statement that says which; null where there are none. */
    @Nullable
    UUID until(String bounds, BureauId bureau, UUID after, int many) {
        return jdbc
                .sql(bounds)
                .param("bureau", bureau.value())
                .param("after", after)
                .param("chunk", many)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void walk(BureauId bureau, BiConsumer<UUID, UUID> chunk) {
        UUID after = START;
        UUID until = until(EffectSql.UNTIL, bureau, after, CHUNK);
        while (until != null) {
            chunk.accept(after, until);
            after = until;
            until = until(EffectSql.UNTIL, bureau, after, CHUNK);
        }
    }

    private void others(Figures figures, Map<String, Object> params, UUID after, UUID until) {
        spec(EffectSql.OTHERS, params, after, until).query(row -> {
            if (row.getObject("month") == null) {
                LikeSides.add(figures, row.getInt("sides"), row.getLong("n"));
            } else {
                figures.add(FigureRows.cell(row), FigureRows.count(row));
            }
        });
    }

    private void failed(Figures figures, Map<String, Object> params, UUID after, UUID until) {
        spec(EffectSql.STAYED, params, after, until).query(row -> {
            if (row.getObject("month") == null) {
                figures.add(
                        new Figures.PeopleKey(row.getString("side"), row.getInt("days")),
                        new People(row.getLong("n"), 0));
            } else {
                figures.add(FigureRows.cell(row), FigureRows.count(row));
            }
        });
        spec(EffectSql.KEPT, params, after, until).query(row -> {
            figures.add(FigureRows.keptKey(row), FigureRows.kept(row));
        });
        spec(EffectSql.SCORES, params, after, until).query(row -> {
            figures.add(
                    new Figures.ScoreKey(row.getString("side"), row.getString("measure")),
                    new Score(row.getLong("n"), row.getLong("sum"), row.getLong("squares")));
        });
        spec(EffectSql.LEAGUE, params, after, until).query(row -> {
            figures.add(new LeagueRow.Key(row.getString("type"), row.getString("kind")), FigureRows.row(row));
        });
    }

    private JdbcClient.StatementSpec spec(String sql, Map<String, Object> params, UUID after, UUID until) {
        return jdbc.sql(sql).params(params).param("after", after).param("until", until);
    }
}
