package org.redress.ground.intake;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was read from a cell for a field. An empty cell gives no value. */
public sealed interface Value {

    /** Text, an e-mail address, a postal code or an external number. */
    record Text(String text) implements Value {}

    /**
     * A point in time.
     *
     * @param given as the file has it
     * @param timeKnown false where the file gives only the day; then {@code at} is its beginning at the bureau
     */
    record Moment(Instant at, String given, boolean timeKnown) implements Value {}

    /**
     * A telephone number.
     *
     * @param e164 the same in international form, or null where it is no possible number
     */
    record Phone(String given, @Nullable String e164) implements Value {}

    /** An option of the field, and how the file wrote it. */
    record Code(String option, String given) implements Value {}

    record Number(BigDecimal number) implements Value {}
}
