package org.redress.improve.insight.effect;

import java.math.BigDecimal;

/** One kind of remedy on one type of failure, as it adds up. */
record LeagueRow(long used, BigDecimal cost, Score marks, long n, long stayed) {

    static final LeagueRow NONE = new LeagueRow(0, BigDecimal.ZERO, Score.NONE, 0, 0);

    LeagueRow plus(LeagueRow other) {
        return new LeagueRow(
                used + other.used, cost.add(other.cost), marks.plus(other.marks), n + other.n, stayed + other.stayed);
    }

    /** Of which kind and type. */
    record Key(String type, String kind) {}
}
