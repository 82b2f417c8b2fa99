package org.redress.desk.recovery.page;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.billing.AdjustmentRow;
import org.redress.desk.recovery.billing.AdjustmentState;
import org.redress.platform.web.Attempt;

/** Adjustments in a state, the oldest first, each with its compensation. */
public record BillingPage(
        AdjustmentState state,
        List<Row> rows,
        boolean may,
        Attempt attempt,
        @Nullable String next) {

    /** One of them. */
    public record Row(AdjustmentRow adjustment, MoneyRow money) {}

    /** The states that need somebody, the worst first. */
    public List<AdjustmentState> states() {
        return Stream.of(AdjustmentState.REFUSED, AdjustmentState.OPEN).toList();
    }
}
