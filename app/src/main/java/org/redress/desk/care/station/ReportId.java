package org.redress.desk.care.station;

import java.util.UUID;

/** Names what a member owes in a period. */
public record ReportId(UUID value) {}
