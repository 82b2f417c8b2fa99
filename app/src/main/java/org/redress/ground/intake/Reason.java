package org.redress.ground.intake;

/** A fault and how many rows of a run were rejected for it; a row with two faults counts at both. */
public record Reason(Fault fault, long rows) {}
