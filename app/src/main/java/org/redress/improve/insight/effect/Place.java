package org.redress.improve.insight.effect;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.redress.ground.party.CustomerId;

/** A place in a list of cases, as addresses write it; the page after it begins below. */
record Place(LocalDate on, UUID id) {

    static final Place TOP = new Place(LocalDate.of(9999, 1, 1), new UUID(-1, -1));

    /** The top of the list for what is no place. */
    static Place read(String text) {
        int between = text.indexOf('_');
        try {
            return between < 0
                    ? TOP
                    : new Place(
                            LocalDate.parse(text.substring(0, between)), UUID.fromString(text.substring(between + 1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return TOP;
        }
    }

    /** A place in a list of customers, which are in the order of their ids. */
    static Place of(CustomerId customer) {
        return new Place(TOP.on(), customer.value());
    }

    /** The customer after whom the page begins. */
    UUID customer() {
        return equals(TOP) ? Reckoner.START : id;
    }

    @Override
    public String toString() {
        return on + "_" + id;
    }
}
