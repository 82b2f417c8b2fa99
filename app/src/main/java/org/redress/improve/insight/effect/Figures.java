package org.redress.improve.insight.effect;

import java.util.HashMap;
import java.util.Map;

/** All figures of a bureau while they are reckoned; some thousand numbers whatever the number of customers. */
record Figures(
        Map<Cell, Count> cells,
        Map<PeopleKey, People> people,
        Map<Kept.Key, Kept> kept,
        Map<ScoreKey, Score> scores,
        Map<LeagueRow.Key, LeagueRow> league) {

    /** Of which side, so many days after. */
    record PeopleKey(String side, int days) {}

    /** Marks of whom and of what. */
    record ScoreKey(String side, String measure) {}

    Figures() {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    void add(Cell cell, Count count) {
        cells.merge(cell, count, Count::plus);
    }

    void add(PeopleKey key, People more) {
        people.merge(key, more, People::plus);
    }

    People people(String side, int days) {
        return people.getOrDefault(new PeopleKey(side, days), People.NONE);
    }

    void add(Kept.Key key, Kept more) {
        kept.merge(key, more, Kept::plus);
    }

    void add(ScoreKey key, Score score) {
        scores.merge(key, score, Score::plus);
    }

    void add(LeagueRow.Key key, LeagueRow row) {
        league.merge(key, row, LeagueRow::plus);
    }
}
