package org.redress.improve.insight;

/** What came of a wish to change a preventive action. */
public sealed interface PreventionResult {

    /** Changed and recorded. */
    record Done(Prevention prevention) implements PreventionResult {}

    /** Not possible as things are. {@code reason} is a message key. */
    record Refused(String reason) implements PreventionResult {}

    /** Somebody else was faster; nothing was written. */
    record Stale(Prevention now) implements PreventionResult {}
}
