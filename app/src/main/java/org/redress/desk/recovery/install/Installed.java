package org.redress.desk.recovery.install;

/** What is installed. Text by key {@code install.what.NAME}. */
public enum Installed {
    FIXED,
    BROADBAND,
    TV,
    LEASED_LINE,
    OTHER
}
