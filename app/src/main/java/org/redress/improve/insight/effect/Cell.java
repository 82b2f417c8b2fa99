package org.redress.improve.insight.effect;

import java.time.LocalDate;

/** What makes customers alike: the month, how many days are looked at, and what they are to the house. */
record Cell(LocalDate month, int days, String side, String segment, int tenure, int band) {

    /** Those with whom it is compared. */
    Cell of(String other) {
        return new Cell(month, days, other, segment, tenure, band);
    }
}
