package org.redress.improve.insight.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.party.CustomerId;

/**
 * A page of a list of customers.
 *
 * @param further after whom the next one begins; null on the last
 */
record Stretch<T>(List<T> lines, @Nullable CustomerId further) {

    /** It ends before it is full, and yet not everybody has been looked at. */
    boolean cut(Reach reach) {
        return further != null && lines.size() < reach.lines();
    }
}
