package org.redress.ground.intake;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Why a row is sent back. The text is that of {@code intake.fault.CODE}, where argument 0 is the field's label and the
 * others follow. Equal faults are counted together, so arguments are words of a small set, never the row's own data.
 *
 * @param field code of the field, or null for the row as a whole
 * @param column position in the file, from 0, or -1
 */
public record Fault(String code, @Nullable String field, int column, List<String> args) {

    public static Fault of(String code, @Nullable String field, String... args) {
        return new Fault(code, field, -1, Arrays.asList(args));
    }

    /** The same, in a column of the file. */
    public Fault in(int position) {
        return new Fault(code, field, position, args);
    }

    /** A value that no synonym knows may be a name. */
    Fault covered(UnaryOperator<String> words) {
        return new Fault(code, field, column, args.stream().map(words).toList());
    }
}
