package org.redress.improve.quality.support;

import java.util.UUID;

public record ReliefId(UUID value) {}
