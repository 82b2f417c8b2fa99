package org.redress.ground.intake.reading;

import java.util.HashMap;
import java.util.Map;
import org.redress.ground.intake.Fold;
import org.redress.ground.intake.IntakeField;

/** What stands for the options of a field. */
public final class CodeNames {

    private static final int LONGEST = 40;

    private CodeNames() {}

    /** Option codes by folded value: the options' codes and names, and what a person said on top. */
    public static Map<String, String> of(IntakeField field, Map<String, String> byHand) {
        Map<String, String> options = new HashMap<>();
        for (IntakeField.Option option : field.options()) {
            options.put(Fold.of(option.code()), option.code());
            option.names().forEach(name -> options.put(Fold.of(name), option.code()));
        }
        options.putAll(byHand);
        return options;
    }

    static String fold(String cell) {
        return Fold.of(CellReader.whole(cell));
    }

    /** A value short enough to be named in a reason. */
    static String shown(String cell) {
        return cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + "…";
    }
}
