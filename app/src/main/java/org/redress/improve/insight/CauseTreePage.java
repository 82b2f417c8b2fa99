package org.redress.improve.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree of causes as those see it who keep it.
 *
 * @param chosen the one that is being changed, or null
 * @param manage whether this reader may change anything
 */
public record CauseTreePage(List<Cause> causes, @Nullable Cause chosen, boolean manage) {

    public boolean chosen(Cause cause) {
        return chosen != null && chosen.id().equals(cause.id());
    }
}
