package org.redress.desk.recovery.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyKind;

/**
 * A remedy of a plan: offered and chosen, offered and left out, or added.
 *
 * @param offered its place in what was offered from 1 on, null where it was added
 * @param offeredSpeaker null where it was added
 * @param chosen its place in the plan from 1 on, null where it was left out
 * @param speaker who is to give it
 * @param why it was offered; empty where it was added
 */
public record PlanLine(
        RemedyKind kind,
        @Nullable Integer offered,
        @Nullable Speaker offeredSpeaker,
        @Nullable Integer chosen,
        Speaker speaker,
        List<Why> why) {

    public PlanLine {
        why = List.copyOf(why);
    }
}
