package org.redress.desk.care.station;

import java.util.UUID;

/** Names a tracking station. */
public record StationId(UUID value) {}
