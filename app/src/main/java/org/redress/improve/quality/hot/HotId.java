package org.redress.improve.quality.hot;

import java.util.UUID;

/** Names a hot matter. */
public record HotId(UUID value) {}
