package org.redress.desk.care.station;

import java.util.UUID;

/** An answer to a question; of a yes or no 1 or 0. */
public record Mark(int place, UUID key, int value, boolean bad) {}
