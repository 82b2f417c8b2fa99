package org.redress.improve.quality.support;

/** What came of saying that one was insulted or threatened. Text by key {@code support.abuse.NAME}. */
public enum AbuseNoted {
    /** It brings a break. */
    GRANTED,
    /** A break is open already, and it counts to that. */
    COUNTED,
    /** The contact has brought a break before. */
    BROUGHT,
    /** It was said before. */
    BEFORE
}
