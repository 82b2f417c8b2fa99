package org.redress.ground.party;

import java.util.Locale;

/**
 * Where a customer can be written to.
 *
 * @param address mobile number (E.164), mail address, or name and postal address in lines, by {@code kind}
 * @param consented false where the customer does not want to be written to this way
 * @param language in which they are written to
 */
public record ReachPoint(Kind kind, String address, boolean consented, Locale language) {

    /** By what it is reached. */
    public enum Kind {
        MOBILE,
        EMAIL,
        POST
    }
}
