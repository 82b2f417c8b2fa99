package org.redress.improve.insight.board;

import java.util.Locale;

/** By what the board counts. Text by key {@code board.by.NAME}. */
enum By {
    CAUSE("cause"),
    TYPE("failure_type");

    private final String column;

    By(String column) {
        this.column = column;
    }

    /** The column of {@code insight.fact}. */
    String column() {
        return "f." + column;
    }

    /** As it stands in an address. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static By ofSlug(String slug) {
        return slug.equals(TYPE.slug()) ? TYPE : CAUSE;
    }
}
