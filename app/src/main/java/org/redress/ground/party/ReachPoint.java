package org.redress.ground.party;

/**
 * Where a customer can be written to.
 *
 * @param address mobile number (E.164), mail address, or name and postal address in lines, by {@code kind}
 */
public record ReachPoint(Kind kind, String address) {

    /** By what it is reached. */
    public enum Kind {
        MOBILE,
        EMAIL,
        POST
    }
}
