package org.redress.desk.care.preference;

/** The statements of preferences, for the test of their plans. */
public final class PreferenceStatements {

    private PreferenceStatements() {}

    public static String standing() {
        return PreferenceRows.STANDING;
    }

    public static String all() {
        return PreferenceRows.ALL;
    }

    public static String steps() {
        return PreferenceRows.STEPS;
    }

    public static String used() {
        return PreferenceUse.USED;
    }
}
