package org.redress.improve.quality.card;

/**
 * How grave the card is that an upheld complaint brings: by how many have been laid at the same door within the window, and
 * sooner where staff did unprompted what they should not have done (group 3 of Kelley, Hoffman and Davis, 1993). The
 * numbers are rules of the house, {@code card.*}.
 *
 * @param yellow from so many upheld complaints on a yellow card
 * @param red from so many on a red one
 * @param conduct from so many on a yellow one, where the complaint is about conduct
 */
record SeverityPolicy(int yellow, int red, int conduct) {

    SeverityPolicy {
        if (yellow < 1 || conduct < 1 || red < yellow) {
            throw new IllegalArgumentException("cards out of order");
        }
    }

    /**
     * The severity.
     *
     * @param upheld complaints upheld within the window, this one among them
     * @param unprompted whether this one is about conduct
     */
    Severity of(int upheld, boolean unprompted) {
        if (upheld >= red) {
            return Severity.RED;
        }
        return upheld >= yellow || unprompted && upheld >= conduct ? Severity.YELLOW : Severity.NOTICE;
    }
}
