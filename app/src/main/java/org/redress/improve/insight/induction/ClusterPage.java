package org.redress.improve.insight.induction;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.improve.insight.Prevention;
import org.redress.improve.insight.cases.RecoveryCase;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Sparkline;

/**
 * One cluster.
 *
 * @param cause name of the cause that most of its cases have, or empty
 * @param propose where the prefilled form of an action stands; null where the reader may open none
 * @param actions opened because of it
 */
public record ClusterPage(
        Cluster cluster,
        String cause,
        Sparkline line,
        List<RecoveryCase> cases,
        @Nullable String next,
        List<ClusterStep> steps,
        List<Prevention> actions,
        @Nullable String propose,
        Attempt attempt,
        ZoneId zone) {

    public String path() {
        return "/clusters/" + cluster.id().value();
    }
}
