package org.redress.desk.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Why a ticket is closed though something is missing; null for what is not.
 *
 * @param answer why the customer was not answered
 * @param settlement why nothing was done
 * @param control why a control point was left out; counts from those who give out work
 */
public record Without(
        @Nullable String answer,
        @Nullable String settlement,
        @Nullable String control) {

    public static final Without NOTHING = new Without(null, null, null);

    Without checked() {
        return new Without(
                Wording.optional(answer, "withoutAnswer", Wording.LONGEST_REASON),
                Wording.optional(settlement, "withoutSettlement", Wording.LONGEST_REASON),
                Wording.optional(control, "withoutControl", Wording.LONGEST_REASON));
    }
}
