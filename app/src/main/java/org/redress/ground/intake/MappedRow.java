package org.redress.ground.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as a target sees it.
 *
 * @param line where the row stands in the file, for messages
 * @param number the external number, if the file has one
 * @param digest of the values; two rows with the same values have the same
 * @param values by field code, without the empty ones
 */
public record MappedRow(long line, @Nullable String number, Digest digest, Map<String, Value> values) {

    /** Text of a TEXT, LONG_TEXT, EMAIL, POSTAL_CODE or EXTERNAL_NUMBER field. */
    public @Nullable String text(String field) {
        return values.get(field) instanceof Value.Text(String text) ? text : null;
    }

    public @Nullable Instant moment(String field) {
        return values.get(field) instanceof Value.Moment moment ? moment.at() : null;
    }

    public Value.@Nullable Phone phone(String field) {
        return values.get(field) instanceof Value.Phone phone ? phone : null;
    }

    /** The code of the option that a CODE field holds. */
    public @Nullable String code(String field) {
        return values.get(field) instanceof Value.Code code ? code.option() : null;
    }

    public @Nullable BigDecimal number(String field) {
        return values.get(field) instanceof Value.Number number ? number.number() : null;
    }
}
