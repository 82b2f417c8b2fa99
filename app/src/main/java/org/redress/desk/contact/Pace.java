package org.redress.desk.contact;

import java.time.Duration;

/**
 * How long recording took: the median from opening the form to saving.
 *
 * @param contacts how many of a known length it is the median of
 */
public record Pace(Duration median, long contacts) {}
