package org.redress.ground.commitment;

/**
 * Which clocks are measured: those of a name that went by a rule.
 *
 * @param kind the kind of their subjects, by which permissions are asked
 * @param clock their name, e.g. {@code complaint.reply}; text by key {@code clock.name.NAME}
 * @param rule code of the rule that set their limit, e.g. {@code fault.reply}
 */
public record Measure(String kind, String clock, String rule) {}
