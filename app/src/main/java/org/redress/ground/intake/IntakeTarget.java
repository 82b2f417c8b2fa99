package org.redress.ground.intake;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;

/**
 * What rows become. A module contributes one as a bean; its name is the text of {@code intake.TARGET}, e.g.
 * {@code intake.complaints}.
 */
public interface IntakeTarget {

    /** Part of keys and addresses, e.g. {@code complaints}. */
    String name();

    /** Key of what the rows become, in the plural. */
    default String label() {
        return "intake." + name();
    }

    /** Key of a field's label. */
    default String label(String field) {
        return "intake." + name() + "." + field;
    }

    /** Key of the label of an option of a CODE field. */
    default String label(String field, String option) {
        return label(field) + "." + option;
    }

    /** Whether this person may bring such rows in. */
    boolean open(Actor actor);

    /** In the order in which a page shows them. */
    List<IntakeField> fields();

    /** What speaks against a row as such; asked for every row, so it looks at nothing else. */
    List<Fault> check(MappedRow row);

    /**
     * Takes a batch in the running transaction. Rows come in the order of the file; several may have one external
     * number, also within a batch. A row that was taken before with the same values does not come again.
     *
     * @param source where the file is from: an external number means something within its source
     * @return one outcome for each row, in the same order
     */
    List<RowOutcome> take(Actor actor, String source, List<MappedRow> rows);

    /** Which of these external numbers of the source are there, for a trial that writes nothing. */
    Set<String> known(Actor actor, String source, Collection<String> numbers);

    /** What {@link #take} would answer to a batch, for a trial; writes nothing. Empty where {@link #known} is all that tells. */
    default List<RowOutcome> foresee(Actor actor, String source, List<MappedRow> rows) {
        return List.of();
    }

    /**
     * Whether a file says how things stand, and not what happened. Then a number stands in it once, other rows with it go back;
     * and a row that was taken before comes again, so that what was changed since can go back to what it was.
     */
    default boolean inventory() {
        return false;
    }

    /**
     * The field that rows share which become one thing together, or null where each stands by itself. Those that follow one
     * another in the file come in one batch, as far as {@link Portions#MOST} goes.
     */
    default @Nullable String whole() {
        return null;
    }

    /** What tells the numbers of an inventory apart: two that are the same by it stand for one thing. */
    default String same(String number) {
        return number;
    }
}
