package org.redress.improve.insight;

import org.jspecify.annotations.Nullable;
import org.redress.improve.insight.chart.EffectAxis;
import org.redress.improve.insight.lesson.LessonsShown;
import org.redress.platform.web.Attempt;

/**
 * One preventive action.
 *
 * @param effect null as long as nothing has taken effect
 * @param casesBefore where the tickets counted before stand; null with {@code effect}
 * @param changed the segment or standard that it changes, or null
 * @param judging the verdict with which it can be closed now; null where it is too early
 */
public record PreventionPage(
        Prevention prevention,
        String cause,
        String causeHref,
        String owner,
        String openedBy,
        boolean late,
        boolean write,
        String today,
        @Nullable EffectView effect,
        @Nullable EffectAxis axis,
        @Nullable String casesBefore,
        @Nullable String casesAfter,
        @Nullable Changed changed,
        @Nullable Verdict judging,
        LessonsShown lessons,
        Attempt attempt) {

    /** What it is to change, and where that stands. */
    public record Changed(String text, String href) {}
}
