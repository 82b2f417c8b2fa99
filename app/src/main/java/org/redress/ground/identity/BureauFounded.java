package org.redress.ground.identity;

/** A bureau was founded: modules that keep their own things per bureau lay them out in the same transaction. */
public record BureauFounded(Bureau bureau) {}
