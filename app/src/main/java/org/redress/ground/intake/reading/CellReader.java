package org.redress.ground.intake.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;
import org.redress.ground.intake.Value;
import org.redress.ground.intake.sheet.Row;

/** Reads a filled cell for a field. */
@FunctionalInterface
interface CellReader {

    Pattern FLOAT = Pattern.compile("-?\\d{2,}\\.0");
    Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    /** A value, or the code of a fault with its arguments. */
    sealed interface Result {}

    record Got(Value value) implements Result {}

    record Not(String fault, List<String> args) implements Result {}

    Result read(Row row, String cell);

    static Result found(Value value) {
        return new Got(value);
    }

    static Result not(String fault, String... args) {
        return new Not(fault, List.of(args));
    }

    /** A whole number that some program wrote with a decimal: {@code 37.0} is 37. Leading zeros stay. */
    static String whole(String cell) {
        return FLOAT.matcher(cell).matches() ? cell.substring(0, cell.length() - 2) : cell;
    }

    static Result number(Row row, String cell) {
        String plain = GROUPED.matcher(cell).matches() ? cell.replace(",", "") : cell;
        try {
            BigDecimal number = new BigDecimal(plain);
            return Math.abs((long) number.scale()) > 1_000 ? not("number.form") : found(new Value.Number(number));
        } catch (NumberFormatException e) {
            return not("number.form");
        }
    }

    static Result email(Row row, String cell) {
        return EmailValidator.getInstance().isValid(cell) ? found(new Value.Text(cell)) : not("email.form");
    }
}
