package org.redress.improve.insight.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tickets behind one figure of the board. */
sealed interface Slice {

    /** As the address names it. */
    String slug();

    /** The condition beside that of the {@link BoardFilter}. */
    String where(By by);

    /** What the condition needs. */
    default Map<String, Object> parameters(By by) {
        return Map.of();
    }

    /** All that are counted in the table. */
    record Named() implements Slice {
        @Override
        public String slug() {
            return "~all";
        }

        @Override
        public String where(By by) {
            return by.column() + " is not null";
        }
    }

    /** One row of the table: the id of a cause or the code of a type. */
    record One(String value) implements Slice {
        @Override
        public String slug() {
            return value;
        }

        @Override
        public String where(By by) {
            return by.column() + " = :value";
        }

        @Override
        public Map<String, Object> parameters(By by) {
            return Map.of("value", typed(by, value));
        }
    }

    /** A cause with all below it in the tree, as a preventive action is measured by. */
    record Below(String cause) implements Slice {

        static final String SLUG = "~below.";

        @Override
        public String slug() {
            return SLUG + cause;
        }

        @Override
        public String where(By by) {
            return """
                    f.cause in (with recursive below (id) as (
                                  select :top::uuid
                                  union
                                  select c.id from below b join insight.cause c on c.bureau = :bureau and c.parent = b.id)
                                select id from below)
                    """;
        }

        @Override
        public Map<String, Object> parameters(By by) {
            return Map.of("top", UUID.fromString(cause));
        }
    }

    /** The last row: everything but the rows that have a name. */
    record Rest(List<String> named) implements Slice {
        @Override
        public String slug() {
            return "~rest";
        }

        @Override
        public String where(By by) {
            return by.column() + " is not null and not (" + by.column() + " = any(:named))";
        }

        @Override
        public Map<String, Object> parameters(By by) {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put(
                    "named",
                    by == By.CAUSE
                            ? named.stream().map(UUID::fromString).toArray(UUID[]::new)
                            : named.toArray(String[]::new));
            return parameters;
        }
    }

    /** Over and done with, but not in the table: nothing is named. */
    record DoneWithout() implements Slice {
        @Override
        public String slug() {
            return "~done";
        }

        @Override
        public String where(By by) {
            return by.column() + " is null and f.state in ('resolved', 'closed') and " + wanted(by);
        }
    }

    /** Still in hand, and nothing is named yet. */
    record OpenWithout() implements Slice {
        @Override
        public String slug() {
            return "~open";
        }

        @Override
        public String where(By by) {
            return by.column() + " is null and f.state not in ('resolved', 'closed') and " + wanted(by);
        }
    }

    /** What must have a value in the end; an enquiry needs no cause. */
    static String wanted(By by) {
        return by == By.CAUSE ? "f.kind in ('COMPLAINT', 'FAULT', 'BILL_DISPUTE')" : "true";
    }

    private static Object typed(By by, String value) {
        return by == By.CAUSE ? UUID.fromString(value) : value;
    }
}
