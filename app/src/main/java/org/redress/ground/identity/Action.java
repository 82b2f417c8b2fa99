package org.redress.ground.identity;

/** What somebody may do to a kind of thing. */
public enum Action {
    /** Look at it, with personal data masked. */
    READ,
    /** See personal data in full; leaves a trail. */
    REVEAL,
    /** Make or change it. */
    WRITE,
    /** Hand it to somebody else. */
    ASSIGN,
    /** Black out personal data in it, for good; leaves a trail. */
    REDACT,
    /** Take it out as a file. */
    EXPORT,
    /** Set the rules by which it works. */
    MANAGE
}
