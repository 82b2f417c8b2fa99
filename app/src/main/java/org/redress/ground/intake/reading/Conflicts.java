package org.redress.ground.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.redress.ground.intake.DateConflict;
import org.redress.ground.intake.FieldType;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.FileProfile.Check;
import org.redress.ground.intake.FileProfile.Dates;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.Mapping;

/** Finds where a person must say which number is the day. */
public final class Conflicts {

    private Conflicts() {}

    /** The conflicts of a file under a mapping, each with its counts, settled or not. */
    public static List<DateConflict> of(List<IntakeField> fields, FileProfile profile, Mapping mapping) {
        List<DateConflict> conflicts = new ArrayList<>();
        for (IntakeField field : fields) {
            OptionalInt column = mapping.column(Mapping.Role.FIELD, field.code());
            if (field.type() == FieldType.MOMENT
                    && column.isPresent()
                    && column.getAsInt() < profile.columns().size()) {
                of(field.code(), profile, column.getAsInt()).ifPresent(conflicts::add);
            }
        }
        return conflicts;
    }

    /** Whether the day stands first as far as can be seen; where nothing can be seen, it does. */
    static boolean prevailing(Dates dates) {
        return dates.dayFirst() >= dates.monthFirst();
    }

    static Optional<DateConflict> of(String field, FileProfile profile, int column) {
        Dates dates = profile.columns().get(column).dates();
        if (dates == null || dates.both() == 0) {
            return Optional.empty();
        }
        boolean prevailing = prevailing(dates);
        List<Check> checks = profile.checks().stream()
                .filter(check -> check.column() == column && check.settled() > 0)
                .sorted(Comparator.comparing(Check::settled).reversed())
                .toList();
        DateConflict found = new DateConflict(field, column, DateConflict.Kind.OPEN, prevailing, dates, checks);
        DateConflict.Kind kind = kind(found);
        return kind == null
                ? Optional.empty()
                : Optional.of(new DateConflict(field, column, kind, prevailing, dates, checks));
    }

    private static DateConflict.@org.jspecify.annotations.Nullable Kind kind(DateConflict found) {
        Dates dates = found.dates();
        FileProfile.Cells cells = dates.cells();
        if (dates.dayFirst() > 0 && dates.monthFirst() > 0) {
            return DateConflict.Kind.MIXED;
        }
        if (cells != null) {
            return cells.mixed() ? DateConflict.Kind.CELLS : outsiders(found);
        }
        if (dates.dayFirst() == 0 && dates.monthFirst() == 0) {
            return DateConflict.Kind.OPEN;
        }
        boolean contradicted = found.checks().stream()
                .filter(Check::sameMoment)
                .anyMatch(check -> (found.prevailing() ? check.monthFirst() : check.dayFirst()) > 0);
        if (contradicted) {
            return DateConflict.Kind.CONTRADICTED;
        }
        return outsiders(found) == DateConflict.Kind.OUTSIDERS ? DateConflict.Kind.OUTSIDERS : null;
    }

    /** What makes date cells doubtful that stand alone: their own days, else a second column. */
    private static DateConflict.Kind outsiders(DateConflict found) {
        return found.outsiders() > 0 && found.dates().readings().far()
                ? DateConflict.Kind.OUTSIDERS
                : DateConflict.Kind.CONTRADICTED;
    }
}
