package org.redress.desk.care.station;

import java.util.UUID;

/** Names a member of a station's panel. */
public record MemberId(UUID value) {}
