package org.redress.ground.party;

import java.util.UUID;

/** One customer. */
public record CustomerId(UUID value) {}
