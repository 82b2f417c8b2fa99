package org.redress.improve.insight.board;

import java.util.Locale;

/** By what the board counts. Text by key {@code board.by.NAME}. */
enum By {
    CAUSE("cause"),
    TYPE("failure_type") {
        /** What was split within the period is counted as it was before. */
        @Override
        String column() {
            return "coalesce(:under::jsonb ->> f.failure_type, f.failure_type)";
        }
    };

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
