package org.redress.improve.insight.induction;

import java.time.Instant;

/**
 * What was decided about a cluster, or that it has grown since.
 *
 * @param what {@code dismiss}, {@code restore} or {@code grown}; text by key {@code cluster.step.WHAT}
 * @param cases how many it had then
 */
public record ClusterStep(String what, String why, int cases, Instant at) {}
