package org.redress.desk.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.UnitId;

/**
 * A work order as it is wanted.
 *
 * @param said answers to the questions of the {@link Diagnosis}
 * @param unit the repair post; null for that of the exchange
 * @param window when somebody comes; null where nothing is agreed
 * @param wished whether the customer asked for that time: the clock then stands still until it begins
 */
public record NewOrder(
        LineId line,
        List<Diagnosis.Said> said,
        @Nullable UnitId unit,
        @Nullable Window window,
        boolean wished) {

    public NewOrder {
        said = List.copyOf(said);
    }
}
