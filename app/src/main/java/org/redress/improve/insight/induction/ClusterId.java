package org.redress.improve.insight.induction;

import java.util.UUID;

/** A cluster of cases; the same while most of its cases stay together. */
public record ClusterId(UUID value) {}
