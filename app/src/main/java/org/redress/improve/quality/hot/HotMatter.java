package org.redress.improve.quality.hot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * A hot matter, from heating up to cooling down.
 *
 * @param unit the one with most of its complaints when it was found
 * @param measuredAt when the heat was reckoned last
 * @param cooledAt when it was found to be hot no longer; null while it is
 * @param course complaints of each span of the window's length, the earliest first
 * @param said what a person said to it, or null
 */
public record HotMatter(
        HotId id,
        Matter matter,
        UnitId unit,
        Instant raisedAt,
        Instant measuredAt,
        @Nullable Instant cooledAt,
        Heat heat,
        List<Integer> course,
        @Nullable Said said) {

    public HotMatter {
        course = List.copyOf(course);
    }

    /** What a person said to it: that it is in hand, or that it is none. */
    public record Said(Word word, StaffId by, Instant at, String words) {}

    /** Text by key {@code hot.said.NAME}. */
    public enum Word {
        ACKNOWLEDGED,
        DISMISSED
    }
}
