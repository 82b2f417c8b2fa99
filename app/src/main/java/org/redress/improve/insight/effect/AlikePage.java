package org.redress.improve.insight.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * With whom cases are compared: how many groups of like customers there are, and what they are.
 *
 * @param groups those of this page
 * @param all how many there are
 * @param matched null where nobody is like them
 * @param opening whether the reader may see who is in a group
 */
public record AlikePage(
        Side side,
        int days,
        List<AlikeGroup> groups,
        int all,
        long cases,
        @Nullable Matched matched,
        int minimum,
        boolean opening,
        @Nullable String next) {

    /** Who is in a group. */
    public String open(AlikeGroup group) {
        return "/effect/alike/group?side=" + side + "&days=" + days + "&key="
                + group.cell().key();
    }
}
