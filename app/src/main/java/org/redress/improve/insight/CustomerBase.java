package org.redress.improve.insight;

import java.time.LocalDate;

/**
 * How many customers there are, from a day on.
 *
 * @param place empty for the whole bureau
 * @param source where the figure is from
 */
public record CustomerBase(String place, LocalDate from, int customers, String source) {}
