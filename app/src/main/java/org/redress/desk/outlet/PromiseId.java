package org.redress.desk.outlet;

import java.util.UUID;

public record PromiseId(UUID value) {}
