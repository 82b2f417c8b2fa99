package org.redress.improve.insight.effect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The figures as they are kept: pages read these tables, and they are small. */
@Repository
class FigureRows {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    FigureRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * When figures were last reckoned.
     *
     * @param at when those in place began to be reckoned: what they tell is true of then; null before the first time
     * @param begun when it was last begun, whether or not figures came of it
     * @param tookMillis how long it took for those in place
     * @param dirty whether anything has happened that those in place may not have seen
     */
    record Reckoned(@Nullable Instant at, @Nullable Instant begun, long tookMillis, boolean dirty) {}

    Optional<Reckoned> reckoned(BureauId bureau) {
        return jdbc
                .query(
                        "select at, begun, took_ms, changes > counted as dirty from insight.effect_reckoned where bureau = ?",
                        (row, n) -> new Reckoned(
                                Moments.find(row, "at"),
                                Moments.find(row, "begun"),
                                row.getLong("took_ms"),
                                row.getBoolean("dirty")),
                        bureau.value())
                .stream()
                .findFirst();
    }

    /** The day of the figures in place, as the bureau counts days; today before the first time. */
    LocalDate day(BureauId bureau, ZoneId zone, Instant now) {
        return LocalDate.ofInstant(reckoned(bureau).map(Reckoned::at).orElse(now), zone);
    }

    /**
     * Figures that are being reckoned.
     *
     * @param changes how many messages they see at the least; what comes later counts next time
     */
    record Begun(Instant at, long changes) {}

    /** Says that it is begun; of what has happened nothing is taken for counted until figures are in place. */
    Begun begin(BureauId bureau, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return jdbc.query(
                        "insert into insight.effect_reckoned as r (bureau, begun) values (?, ?) "
                                + "on conflict (bureau) do update set begun = excluded.begun returning r.changes",
                        (row, n) -> new Begun(at, row.getLong("changes")),
                        bureau.value(),
                        Moments.at(at))
                .getFirst();
    }

    /** Puts new figures in the place of the old ones, all at once; never in the place of those that have seen more. */
    @Transactional
    public void replace(BureauId bureau, Figures figures, Begun begun, Duration took) {
        int id = bureau.value();
        if (seen(id) > begun.changes()) {
            return;
        }
        for (String table : List.of("effect_cell", "effect_people", "effect_kept", "effect_score", "effect_league")) {
            jdbc.update("delete from insight." + table + " where bureau = ?", id);
        }
        cells(id, figures);
        people(id, figures);
        kept(id, figures);
        scores(id, figures);
        league(id, figures);
        jdbc.update(
                "update insight.effect_reckoned set at = ?, took_ms = ?, counted = ? where bureau = ?",
                Moments.at(begun.at()),
                took.toMillis(),
                begun.changes(),
                id);
    }

    private void cells(int id, Figures figures) {
        jdbc.batchUpdate(
                "insert into insight.effect_cell (bureau, month, days, side, segment, tenure, band, n, stayed) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                List.copyOf(figures.cells().entrySet()),
                BATCH,
                (row, one) -> {
                    Cell cell = one.getKey();
                    row.setInt(1, id);
                    row.setObject(2, cell.month());
                    row.setInt(3, cell.days());
                    row.setString(4, cell.side());
                    row.setString(5, cell.segment());
                    row.setInt(6, cell.tenure());
                    row.setInt(7, cell.band());
                    row.setLong(8, one.getValue().n());
                    row.setLong(9, one.getValue().stayed());
                });
    }

    private void people(int id, Figures figures) {
        jdbc.batchUpdate(
                "insert into insight.effect_people (bureau, side, days, cases, alike) values (?, ?, ?, ?, ?)",
                List.copyOf(figures.people().entrySet()),
                BATCH,
                (row, one) -> {
                    row.setInt(1, id);
                    row.setString(2, one.getKey().side());
                    row.setInt(3, one.getKey().days());
                    row.setLong(4, one.getValue().cases());
                    row.setLong(5, one.getValue().alike());
                });
    }

    private void kept(int id, Figures figures) {
        jdbc.batchUpdate(
                "insert into insight.effect_kept (bureau, side, type, segment, tenure, band, n, stayed, paying, monthly, cost) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                List.copyOf(figures.kept().entrySet()),
                BATCH,
                (row, one) -> {
                    Kept.Key key = one.getKey();
                    row.setInt(1, id);
                    row.setString(2, key.side().name());
                    row.setString(3, key.type());
                    row.setString(4, key.segment());
                    row.setInt(5, key.tenure());
                    row.setInt(6, key.band());
                    row.setLong(7, one.getValue().n());
                    row.setLong(8, one.getValue().stayed());
                    row.setLong(9, one.getValue().paying());
                    row.setBigDecimal(10, one.getValue().monthly());
                    row.setBigDecimal(11, one.getValue().cost());
                });
    }

    private void scores(int id, Figures figures) {
        jdbc.batchUpdate(
                "insert into insight.effect_score (bureau, side, measure, n, sum, squares) values (?, ?, ?, ?, ?, ?)",
                List.copyOf(figures.scores().entrySet()),
                BATCH,
                (row, one) -> {
                    row.setInt(1, id);
                    row.setString(2, one.getKey().side());
                    row.setString(3, one.getKey().measure());
                    row.setLong(4, one.getValue().n());
                    row.setLong(5, one.getValue().sum());
                    row.setLong(6, one.getValue().squares());
                });
    }

    private void league(int id, Figures figures) {
        jdbc.batchUpdate(
                "insert into insight.effect_league (bureau, type, kind, used, cost, marks, sum, squares, n, stayed) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                List.copyOf(figures.league().entrySet()),
                BATCH,
                (row, one) -> {
                    LeagueRow league = one.getValue();
                    row.setInt(1, id);
                    row.setString(2, one.getKey().type());
                    row.setString(3, one.getKey().kind());
                    row.setLong(4, league.used());
                    row.setBigDecimal(5, league.cost());
                    row.setLong(6, league.marks().n());
                    row.setLong(7, league.marks().sum());
                    row.setLong(8, league.marks().squares());
                    row.setLong(9, league.n());
                    row.setLong(10, league.stayed());
                });
    }

    /** How many messages the figures in place have seen. Whoever comes second waits until the first has put theirs. */
    private long seen(int bureau) {
        return jdbc.query(
                        "select counted from insight.effect_reckoned where bureau = ? for update",
                        (row, n) -> row.getLong("counted"),
                        bureau)
                .getFirst();
    }

    Figures read(BureauId bureau) {
        Figures figures = new Figures();
        jdbc.query(
                "select * from insight.effect_cell where bureau = ?",
                row -> {
                    figures.add(cell(row), count(row));
                },
                bureau.value());
        jdbc.query(
                "select * from insight.effect_people where bureau = ?",
                row -> {
                    figures.add(
                            new Figures.PeopleKey(row.getString("side"), row.getInt("days")),
                            new People(row.getLong("cases"), row.getLong("alike")));
                },
                bureau.value());
        jdbc.query(
                "select * from insight.effect_kept where bureau = ?",
                row -> {
                    figures.add(keptKey(row), kept(row));
                },
                bureau.value());
        jdbc.query(
                "select * from insight.effect_score where bureau = ?",
                row -> {
                    figures.add(
                            new Figures.ScoreKey(row.getString("side"), row.getString("measure")),
                            new Score(row.getLong("n"), row.getLong("sum"), row.getLong("squares")));
                },
                bureau.value());
        figures.league().putAll(league(bureau));
        return figures;
    }

    Map<LeagueRow.Key, LeagueRow> league(BureauId bureau) {
        Map<LeagueRow.Key, LeagueRow> league = new HashMap<>();
        jdbc.query(
                "select * from insight.effect_league where bureau = ?",
                row -> {
                    league.put(new LeagueRow.Key(row.getString("type"), row.getString("kind")), row(row));
                },
                bureau.value());
        return league;
    }

    static Cell cell(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Cell(
                row.getObject("month", LocalDate.class),
                row.getInt("days"),
                row.getString("side"),
                row.getString("segment"),
                row.getInt("tenure"),
                row.getInt("band"));
    }

    static Count count(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Count(row.getLong("n"), row.getLong("stayed"));
    }

    static Kept.Key keptKey(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Kept.Key(
                Side.valueOf(row.getString("side")),
                row.getString("type"),
                row.getString("segment"),
                row.getInt("tenure"),
                row.getInt("band"));
    }

    static Kept kept(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Kept(
                row.getLong("n"),
                row.getLong("stayed"),
                row.getLong("paying"),
                row.getBigDecimal("monthly"),
                row.getBigDecimal("cost"));
    }

    static LeagueRow row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new LeagueRow(
                row.getLong("used"),
                row.getBigDecimal("cost"),
                new Score(row.getLong("marks"), row.getLong("sum"), row.getLong("squares")),
                row.getLong("n"),
                row.getLong("stayed"));
    }
}
