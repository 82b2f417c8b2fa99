package org.redress.improve.insight.induction;

/** What came of a wish to put a cluster aside or to take it up again. */
public sealed interface ClusterResult {

    record Done(Cluster cluster) implements ClusterResult {}

    /** Not possible as things are. {@code reason} is the code of a problem. */
    record Refused(String reason) implements ClusterResult {}

    /** Somebody else was faster; nothing was written. */
    record Stale(Cluster now) implements ClusterResult {}
}
