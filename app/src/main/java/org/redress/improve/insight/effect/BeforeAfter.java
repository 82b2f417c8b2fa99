package org.redress.improve.insight.effect;

/**
 * Of those of whom both is known: how many were upset when they first spoke, as whoever took the contact saw it, and how many
 * gave the service a bad mark afterwards. Two measures, not one before and after.
 */
public record BeforeAfter(long n, Share upset, Share bad) {}
