package org.redress.desk.care.preference;

/** What came of noting, confirming or withdrawing. */
public sealed interface PreferenceResult {

    /** Done and recorded. */
    record Done(Preference preference) implements PreferenceResult {}

    /** It stood there already; it counts as confirmed. */
    record Same(Preference preference) implements PreferenceResult {}

    /** Somebody has withdrawn it meanwhile. */
    record Ended(Preference preference) implements PreferenceResult {}
}
