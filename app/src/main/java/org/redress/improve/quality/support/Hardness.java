package org.redress.improve.quality.support;

/** Why a contact was hard. Text by key {@code support.hard.NAME}. */
public enum Hardness {
    MOOD,
    LENGTH,
    /** Whoever took it says that they were insulted or threatened. */
    ABUSE
}
