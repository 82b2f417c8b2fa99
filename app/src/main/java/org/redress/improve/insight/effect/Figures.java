package org.redress.improve.insight.effect;

import java.util.HashMap;
import java.util.Map;

/** All figures of a bureau while they are reckoned; some thousand numbers whatever the number of customers. */
record Figures(Map<Cell, Count> cells, Map<ScoreKey, Score> scores, Map<LeagueRow.Key, LeagueRow> league) {

    /** Marks of whom and of what. */
    record ScoreKey(String side, String measure) {}

    Figures() {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    void add(Cell cell, Count count) {
        cells.merge(cell, count, Count::plus);
    }

    void add(ScoreKey key, Score score) {
        scores.merge(key, score, Score::plus);
    }

    void add(LeagueRow.Key key, LeagueRow row) {
        league.merge(key, row, LeagueRow::plus);
    }
}
