package org.redress.desk.outlet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Bureau;

/**
 * What everybody may read.
 *
 * @param bureau whose promises, or null where the reader has to choose among several
 */
public record PublicPromisesPage(
        @Nullable Bureau bureau, List<Bureau> choices, int minimum, List<PromiseStanding> rows) {

    /** The query by which the page keeps its bureau when its language is switched. */
    public String query() {
        return bureau == null || choices.size() < 2
                ? ""
                : "&bureau=" + bureau.id().value();
    }
}
