package org.redress.ground.identity;

import java.util.UUID;

/** One organisational unit: a team, an outlet, a department. */
public record UnitId(UUID value) {}
