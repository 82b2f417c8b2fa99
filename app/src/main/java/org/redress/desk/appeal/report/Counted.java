package org.redress.desk.appeal.report;

import java.time.Instant;
import java.util.UUID;

/** One of the things behind a number, with the moment for which it counts. */
public record Counted(UUID id, String number, String matter, String state, Instant moment) {}
