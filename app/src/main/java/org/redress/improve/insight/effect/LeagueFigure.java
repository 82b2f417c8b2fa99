package org.redress.improve.insight.effect;

/** A figure of the league by the cases that it counts. Text by key {@code recovery.effect.behind.NAME}. */
enum LeagueFigure {
    USED("true"),
    ANSWERS("a.recovery is not null"),
    OLD("e.eligible");

    private final String sql;

    LeagueFigure(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
