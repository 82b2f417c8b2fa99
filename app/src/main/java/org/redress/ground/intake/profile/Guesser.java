package org.redress.ground.intake.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.ground.intake.FieldType;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.FileProfile.Check;
import org.redress.ground.intake.FileProfile.Column;
import org.redress.ground.intake.FileProfile.Dates;
import org.redress.ground.intake.Fold;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Mapping.Role;
import org.redress.ground.intake.Mapping.Use;
import org.redress.ground.intake.reading.CodeNames;

/** Guesses by name and content which column feeds which field. */
public final class Guesser {

    private static final double THRESHOLD = 0.5;
    private static final double SURE = 0.99;

    private Guesser() {}

    private record Candidate(int column, IntakeField field, double score) {}

    /** The likeliest mapping: each field has one column, and each column one field. */
    public static Mapping propose(List<IntakeField> fields, FileProfile profile) {
        Use[] uses = new Use[profile.columns().size()];
        Arrays.fill(uses, Use.NONE);
        IntakeField chief = fields.stream()
                .filter(field -> field.type() == FieldType.MOMENT)
                .findFirst()
                .orElse(null);
        List<Candidate> candidates = new ArrayList<>();
        for (Column column : profile.columns()) {
            for (IntakeField field : fields) {
                double score = score(field, column);
                // What a date is of, only its heading can say; one without goes to the field that comes first.
                boolean said =
                        named(field, column.name()) > 0 || field.type() != FieldType.MOMENT || field.equals(chief);
                if (said && score >= THRESHOLD) {
                    candidates.add(new Candidate(column.position(), field, score));
                }
            }
        }
        candidates.sort(Comparator.comparing(Candidate::score).reversed());
        Set<String> fed = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (uses[candidate.column()] == Use.NONE
                    && fed.add(candidate.field().code())) {
                uses[candidate.column()] = Use.field(candidate.field().code());
            }
        }
        for (IntakeField field : fields) {
            if (field.type() == FieldType.MOMENT) {
                companions(field, profile, uses);
            }
        }
        return new Mapping(List.of(uses), Map.of(), Map.of());
    }

    /** Finds the time of day to a date without one, and a column that tells its days from its months. */
    private static void companions(IntakeField field, FileProfile profile, Use[] uses) {
        int date = Arrays.asList(uses).indexOf(Use.field(field.code()));
        Dates dates = date < 0 ? null : profile.columns().get(date).dates();
        if (dates == null) {
            return;
        }
        if (dates.timed() * 2 < dates.read()) {
            int after = free(uses, profile, date + 1, uses.length);
            int time = after >= 0 ? after : free(uses, profile, 0, date);
            if (time >= 0) {
                uses[time] = new Use(Role.TIME_OF, field.code());
            }
        }
        if (dates.both() > 0) {
            profile.checks().stream()
                    .filter(check -> check.column() == date && uses[check.second()] == Use.NONE)
                    .filter(check -> check.settled() * 2 >= dates.both())
                    .max(Comparator.comparing(Check::settled))
                    .ifPresent(check -> uses[check.second()] = new Use(Role.CHECK_OF, field.code()));
        }
    }

    private static int free(Use[] uses, FileProfile profile, int from, int to) {
        for (int i = from; i < to; i++) {
            Dates dates = profile.columns().get(i).dates();
            boolean hours = dates != null
                    && dates.times() * 10 >= profile.columns().get(i).filled() * 9;
            if (hours && uses[i] == Use.NONE) {
                return i;
            }
        }
        return -1;
    }

    /** How likely a column feeds a field, 0 to 0.99. */
    public static double score(IntakeField field, Column column) {
        double name = named(field, column.name());
        double content = content(field, column);
        if (content < 0) {
            return name * 0.4;
        }
        return name == 0 ? Math.min(0.7, content) : Math.min(SURE, name + content * 0.15);
    }

    private static double named(IntakeField field, String name) {
        String wanted = Fold.of(name);
        if (wanted.isEmpty()) {
            return 0;
        }
        double best = 0;
        double rank = 0.95;
        for (String synonym : field.names()) {
            String known = Fold.of(synonym);
            if (known.equals(wanted)) {
                best = Math.max(best, rank);
            } else if (part(known, wanted)) {
                best = Math.max(
                        best,
                        0.6 * Math.min(known.length(), wanted.length()) / Math.max(known.length(), wanted.length())
                                + 0.2);
            }
            rank = Math.max(0.85, rank - 0.005);
        }
        return best;
    }

    /** Whether one name is a part of the other, and long enough to mean something. */
    private static boolean part(String known, String wanted) {
        String shorter = known.length() < wanted.length() ? known : wanted;
        boolean words =
                shorter.chars().anyMatch(Character::isIdeographic) ? shorter.length() >= 2 : shorter.length() >= 4;
        return words && (known.contains(wanted) || wanted.contains(known));
    }

    /** How well the content fits, 0 to 1; below 0 where it speaks against it. */
    private static double content(IntakeField field, Column column) {
        if (column.filled() == 0) {
            return 0;
        }
        double n = column.filled();
        return switch (field.type()) {
            case MOMENT -> dates(column, n);
            case PHONE -> column.shapes().phones() / n >= 0.3 ? column.shapes().phones() / n * 0.75 : 0;
            case EMAIL -> column.shapes().emails() / n >= 0.5 ? column.shapes().emails() / n : -1;
            case NUMBER -> column.shapes().numbers() / n >= 0.5 ? 0.1 : -1;
            case CODE -> known(field, column);
            case EXTERNAL_NUMBER -> column.repeated() == 0 && column.averageLength() <= 32 ? 0.3 : 0;
            case LONG_TEXT -> Math.min(0.6, column.averageLength() / 60.0);
            case POSTAL_CODE -> column.shapes().digits() / n >= 0.5 ? 0.2 : 0;
            case TEXT -> 0;
        };
    }

    private static double dates(Column column, double n) {
        Dates dates = column.dates();
        if (dates == null) {
            return -1;
        }
        double share = (dates.read() - dates.forms().getOrDefault("serial", 0L)) / n;
        return column.dateShare() < 0.3 ? -1 : share * 0.65;
    }

    /** The share of cells whose value is known as an option. */
    private static double known(IntakeField field, Column column) {
        if (column.values().isEmpty()) {
            return -1;
        }
        Map<String, String> options = new HashMap<>(CodeNames.of(field, Map.of()));
        long known = column.values().entrySet().stream()
                .filter(e -> options.containsKey(Fold.of(e.getKey())))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return known == 0 ? 0 : (double) known / column.filled() * 0.65;
    }
}
