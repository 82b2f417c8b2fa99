package org.redress.desk.recovery.plan;

import org.jspecify.annotations.Nullable;

/**
 * What kind of substance puts a failure right, by the fifteen types of Kelley, Hoffman and Davis (1993). Text by key {@code
 * plan.family.NAME}.
 */
enum Family {
    /** The line does not do what it should. */
    LINE,
    EQUIPMENT,
    MONEY,
    /** What was ordered does not come. */
    SUPPLY,
    INFORMATION,
    /** How somebody was treated. */
    CONDUCT,
    OTHER;

    /** The family of one of the fifteen types; a type that nobody knows is among the others. */
    static Family of(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "slow-unavailable", "alterations-repairs" -> LINE;
            case "product-defect", "packaging" -> EQUIPMENT;
            case "system-pricing", "mischarged", "hold-disaster" -> MONEY;
            case "out-of-stock", "order-request" -> SUPPLY;
            case "policy", "bad-information" -> INFORMATION;
            case "wrongly-accused", "embarrassment", "attention" -> CONDUCT;
            default -> OTHER;
        };
    }
}
