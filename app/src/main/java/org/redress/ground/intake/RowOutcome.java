package org.redress.ground.intake;

/** What a target did with a row. */
public sealed interface RowOutcome {

    RowOutcome CREATED = new Created();
    RowOutcome UPDATED = new Updated();
    RowOutcome UNCHANGED = new Unchanged();

    /** A new thing was made of it. */
    record Created() implements RowOutcome {}

    /** A thing that was there was changed by it. */
    record Updated() implements RowOutcome {}

    /** Everything that the row says was known. */
    record Unchanged() implements RowOutcome {}

    /** The row cannot be taken; it goes back to the sender with the reason. */
    record Refused(Fault fault) implements RowOutcome {}
}
