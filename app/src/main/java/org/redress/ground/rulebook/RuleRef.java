package org.redress.ground.rulebook;

/** How one version of a rule is quoted by whoever went by it. */
public record RuleRef(String code, String jurisdiction, int version) {}
