package org.redress.desk.recovery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be given to put a failure right, in the order that customers value: tangible at once, a word at once, tangible
 * later, a word later (S4.4). Text by key {@code remedy.kind.CODE}.
 */
public enum RemedyKind {
    CORRECTION(true, true, Sum.NONE),
    CORRECTION_PLUS(true, true, Sum.POSSIBLE),
    REPLACEMENT(true, true, Sum.POSSIBLE),
    PRIORITY_REPAIR(true, true, Sum.NONE),
    REFUND(true, true, Sum.REQUIRED),
    RENT_WAIVER(true, true, Sum.REQUIRED),
    APOLOGY(false, true, Sum.NONE),
    EXPLANATION(false, true, Sum.NONE),
    MANAGERS_INTERVENTION(false, true, Sum.NONE),
    DISCOUNT(true, false, Sum.REQUIRED),
    BILL_CREDIT(true, false, Sum.REQUIRED),
    GIFT(true, false, Sum.POSSIBLE),
    VISIT(false, false, Sum.NONE);

    /** Whether a kind comes with a sum of money. */
    enum Sum {
        NONE,
        POSSIBLE,
        REQUIRED
    }

    private final boolean tangible;
    private final boolean immediate;
    private final Sum sum;

    RemedyKind(boolean tangible, boolean immediate, Sum sum) {
        this.tangible = tangible;
        this.immediate = immediate;
        this.sum = sum;
    }

    /** Whether the customer gets something, and not only a word. */
    public boolean tangible() {
        return tangible;
    }

    /** Whether the customer has it at once. */
    public boolean immediate() {
        return immediate;
    }

    /** Place in the order of preference, 1 to 4. Text by key {@code remedy.tier.N}. */
    public int tier() {
        return (immediate ? 1 : 3) + (tangible ? 0 : 1);
    }

    Sum sum() {
        return sum;
    }

    /** Whether a sum can come with it. */
    public boolean takesMoney() {
        return sum != Sum.NONE;
    }

    /** Whether a sum has to come with it. */
    public boolean needsMoney() {
        return sum == Sum.REQUIRED;
    }

    /** As it stands in the database and in addresses, e.g. {@code bill-credit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RemedyKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
